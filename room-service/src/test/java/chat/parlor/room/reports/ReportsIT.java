package chat.parlor.room.reports;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.RoomDriver.Answer;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class ReportsIT {

    private static final String REPORTS = "/api/v1/reports";
    private final RoomDriver driver;
    private final DatabaseClient database;

    ReportsIT(@Autowired RoomDriver driver, @Autowired DatabaseClient database) {
        this.driver = driver;
        this.database = database;
    }

    @BeforeEach
    void nothingHasHappenedYet() {
        run("delete from rooms");
        run("delete from accepts");
        run("delete from rating");
    }

    @Test
    void medianAndNinetiethPercentileAreThoseOfWhatEnded() {
        IntStream.rangeClosed(1, 10).forEach(n -> ended("2026-03-02T10:00:00Z", "a_ada", n * 1_000L, n * 60L));

        var report = report("2026-03-01", "2026-03-03", "UTC");

        var total = report.path("total");
        assertThat(total.path("conversations").asInt()).isEqualTo(10);
        assertThat(total.path("firstResponse").path("median").asLong()).isEqualTo(5_500);
        assertThat(total.path("firstResponse").path("p90").asLong()).isEqualTo(9_100);
        assertThat(total.path("resolution").path("median").asLong()).isEqualTo(330_000);
        assertThat(total.path("resolution").path("p90").asLong()).isEqualTo(546_000);
        assertThat(total.has("waiting")).isFalse();
        assertThat(report.path("days")).hasSize(3);
        assertThat(report.path("days").get(1).path("conversations").asInt()).isEqualTo(10);
        assertThat(report.path("days").get(0).path("conversations").asInt()).isZero();
    }

    @Test
    void waitsAndRatingsAreCountedByDayAndByAgent() {
        ended("2026-03-02T10:00:00Z", "a_ada", 1_000L, 60);
        taken("2026-03-02T09:00:00Z", "a_ada", 30);
        taken("2026-03-02T09:10:00Z", "a_ben", 90);
        rated("2026-03-02T11:00:00Z", "a_ada", 5);
        rated("2026-03-02T11:05:00Z", "a_ada", 2);

        var report = report("2026-03-02", "2026-03-02", "UTC");

        assertThat(report.path("total").path("taken").asInt()).isEqualTo(2);
        assertThat(report.path("total").path("waiting").path("median").asLong()).isEqualTo(60_000);
        assertThat(report.path("total").path("score").asDouble()).isEqualTo(3.5);
        assertThat(report.path("days").get(0).path("ratings").asInt()).isEqualTo(2);
        var agents = report.path("agents");
        assertThat(agents).hasSize(2);
        assertThat(agents.get(0).path("key").asString()).isEqualTo("a_ada");
        assertThat(agents.get(0).path("name").asString()).isEqualTo("Ada");
        assertThat(agents.get(0).path("waiting").path("median").asLong()).isEqualTo(30_000);
        assertThat(agents.get(1).path("taken").asInt()).isEqualTo(1);
    }

    @Test
    void daysBeginAtMidnightOfTheZone() {
        ended("2026-03-01T23:30:00Z", "a_ada", 1_000L, 60);

        assertThat(report("2026-03-02", "2026-03-02", "Europe/Berlin")
                        .path("total")
                        .path("conversations")
                        .asInt())
                .isEqualTo(1);
        assertThat(report("2026-03-02", "2026-03-02", "UTC")
                        .path("total")
                        .path("conversations")
                        .asInt())
                .isZero();
    }

    @Test
    void aPeriodThatMakesNoSenseIsNamed() {
        assertThat(fields("?from=x&to=2026-03-01&zone=UTC")).containsExactly("from");
        assertThat(fields("?from=2026-03-02&to=2026-03-01&zone=UTC")).containsExactly("to");
        assertThat(fields("?from=2025-03-01&to=2026-03-02&zone=UTC")).containsExactly("to");
        assertThat(fields("?from=2026-03-01&to=2026-03-02&zone=%27;drop")).containsExactly("zone");
        assertThat(fields("")).containsExactly("from", "to", "zone");
    }

    private Iterable<String> fields(String query) {
        var answer = driver.get(sue(), REPORTS + query);
        assertThat(answer.status()).isEqualTo(422);
        return answer.body().path("errors").findValuesAsString("field");
    }

    private JsonNode report(String from, String to, String zone) {
        Answer answer = driver.get(sue(), REPORTS + "?from=" + from + "&to=" + to + "&zone=" + zone);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    private String sue() {
        return driver.supervisor("a_sue");
    }

    private void ended(String at, String agent, long firstResponse, long seconds) {
        run("insert into summary select '" + driver.guestRoom() + "', 1, 2, 'closed', '" + at
                + "'::timestamptz - interval '" + seconds + " seconds', '" + at + "', 'a_x', 'account', 'X', '" + agent
                + "', '"
                + RoomDriver.nameOf(agent) + "', 1, 1, 0, " + firstResponse + ", '{}'");
    }

    private void taken(String at, String agent, long seconds) {
        run("insert into accepts select '" + driver.guestRoom() + "', 1, '" + agent + "', '" + at
                + "'::timestamptz - interval '" + seconds + " seconds', '" + at + "'");
    }

    private void rated(String at, String agent, int score) {
        run("insert into rating select '" + driver.guestRoom() + "', 1, '" + agent + "', '" + RoomDriver.nameOf(agent)
                + "', " + score + ", null, '" + at + "'");
    }

    private void run(String sql) {
        database.sql(sql).bindValues(Map.of()).fetch().rowsUpdated().block();
    }
}

package chat.parlor.room.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.RoomDriver.Answer;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

@ServiceIT({"spring.config.name=room-service", "parlor.rating.comment-characters=40"})
@Import(Neighbours.class)
class RatingIT {

    private final RoomDriver driver;
    private final DatabaseClient database;

    RatingIT(@Autowired RoomDriver driver, @Autowired DatabaseClient database) {
        this.driver = driver;
        this.database = database;
    }

    @Test
    void aClosedConversationIsRatedAndStaffLearnsOfIt() {
        var room = closed();

        var answer = rate(room, Map.of("score", 4, "comment", " Quick and kind\r\nreally "));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.body().path("rating").path("score").asInt()).isEqualTo(4);
        var seen = driver.get(driver.agent("a_ben"), "/" + room).body().path("rating");
        assertThat(seen.path("comment").asString()).isEqualTo("Quick and kind\nreally");
        var state = driver.topics()
                .await(
                        "room.state",
                        each -> each.key().equals(room) && each.body().has("rating"));
        Contracts.validate("room", "room.state.v1", state.raw());
        assertThat(count(room)).isEqualTo(1);
    }

    @Test
    void aRatingIsChangedForAShortTimeAndNotAfterwards() {
        var room = closed();
        var first = rate(room, Map.of("score", 2, "comment", "Slow"));

        var changed = rate(room, Map.of("score", 5));

        assertThat(changed.body().path("rating").path("score").asInt()).isEqualTo(5);
        assertThat(changed.body().path("rating").has("comment")).isFalse();
        assertThat(changed.body().path("rating").path("ratedAt"))
                .isEqualTo(first.body().path("rating").path("ratedAt"));
        assertThat(rate(room, Map.of("score", 5)).text("version")).isEqualTo(changed.text("version"));
        run("update rooms set rated_at = rated_at - interval '16 minutes' where id = '" + room + "'");
        assertThat(rate(room, Map.of("score", 1)).code()).isEqualTo("rating-final");
        assertThat(rate(room, Map.of("score", 5)).status()).isEqualTo(200);
        assertThat(count(room)).isEqualTo(1);
    }

    @Test
    void eachClosingIsRatedByItself() {
        var room = closed();
        rate(room, Map.of("score", 1));

        driver.post(driver.agent("a_ada"), "/" + room + "/reopen", null);
        assertThat(driver.get(driver.guest("g_gil"), "/" + room).body().has("rating"))
                .isFalse();
        assertThat(rate(room, Map.of("score", 3)).code()).isEqualTo("wrong-status");
        driver.post(driver.agent("a_ada"), "/" + room + "/close", null);

        assertThat(rate(room, Map.of("score", 3)).status()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(count(room)).isEqualTo(2));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var room = closed();

        for (var score : new int[] {0, 6, -1}) {
            assertThat(rate(room, Map.of("score", score)).status()).isEqualTo(422);
        }
        assertThat(rate(room, Map.of()).body().path("errors").findValuesAsString("field"))
                .containsExactly("score");
        assertThat(rate(room, Map.of("score", 3, "comment", "x".repeat(41))).status())
                .isEqualTo(422);
        assertThat(rate(room, Map.of("score", 3, "comment", "x".repeat(40))).status())
                .isEqualTo(200);
        assertThat(rate(room, Map.of("score", 3, "comment", "\0")).status()).isEqualTo(422);
    }

    private String closed() {
        var room = driver.guestRoom();
        driver.post(driver.agent("a_ada"), "/" + room + "/claim", null);
        driver.post(driver.agent("a_ada"), "/" + room + "/close", null);
        return room;
    }

    private Answer rate(String room, Map<String, Object> rating) {
        return driver.call(HttpMethod.PUT, driver.guest("g_gil"), "/" + room + "/rating", rating);
    }

    private long count(String room) {
        var count = database.sql("select count(*) as ratings from rating where room = :room")
                .bind("room", room)
                .map(row -> Objects.requireNonNull(row.get("ratings", Long.class)))
                .one()
                .block();
        return Objects.requireNonNull(count);
    }

    private void run(String sql) {
        database.sql(sql).fetch().rowsUpdated().block();
    }
}

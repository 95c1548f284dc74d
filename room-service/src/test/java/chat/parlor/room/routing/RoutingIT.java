package chat.parlor.room.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.RoomDriver.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class RoutingIT {

    private static final String ROUTING = "/api/v1/routing";
    private final RoomDriver driver;
    private final DatabaseClient database;

    RoutingIT(@Autowired RoomDriver driver, @Autowired DatabaseClient database) {
        this.driver = driver;
        this.database = database;
    }

    @BeforeEach
    void nobodyIsHereAndNothingIsSet() {
        List.of(
                        "update routing set policy = 'manual', capacity = 5",
                        "delete from routing_agent",
                        "delete from availability",
                        "delete from absences",
                        "delete from accepts",
                        "delete from rooms where kind = 'guest'")
                .forEach(sql -> database.sql(sql).fetch().rowsUpdated().block());
    }

    @Test
    void nobodyIsGivenAnythingWhileAgentsTakeGuestsThemselves() {
        here("a_ada", "online");
        var room = queued();

        var settings = driver.get(root(), ROUTING).body();

        assertThat(settings.path("policy").asString()).isEqualTo("manual");
        assertThat(settings.path("capacity").asInt()).isEqualTo(5);
        assertThat(status(room)).isEqualTo("queued");
    }

    @Test
    void aPolicyCountsAtOnceForThoseWhoWait() {
        here("a_ada", "online");
        var room = queued();

        save("round-robin", 2);

        assertThat(agent(room)).isEqualTo("a_ada");
    }

    @Test
    void agentsGetGuestsInTurnAndTheTimelineSaysSo() {
        here("a_ada", "online");
        here("a_ben", "online");
        save("round-robin", 5);

        var rooms = List.of(queued(), queued(), queued());
        rooms.forEach(this::awaitAssigned);

        assertThat(rooms.stream().map(this::agent)).containsExactly("a_ada", "a_ben", "a_ada");
        var notice = driver.topics()
                .await(
                        "message.send",
                        sent -> sent.key().equals(rooms.getFirst())
                                && sent.body().path("notice").asString("").equals("assigned"));
        Contracts.validate("room", "notice.post.v1", notice.raw());
        assertThat(notice.body().path("fence").asInt()).isEqualTo(2);
        assertThat(notice.body().path("member").path("id").asString()).isEqualTo("a_ada");
        assertThat(notice.body().path("author").path("kind").asString()).isEqualTo("system");
    }

    @Test
    void onlyWhoIsOnlineIsGivenGuestsAndWhoComesGetsTheOldest() {
        here("a_ada", "away");
        here("a_ben", "busy");
        save("least-busy", 1);
        var first = queued();
        var second = queued();
        assertThat(status(first)).isEqualTo("queued");

        here("a_ada", "online");

        awaitAssigned(first);
        assertThat(agent(first)).isEqualTo("a_ada");
        assertThat(status(second)).isEqualTo("queued");
    }

    @Test
    void roomForAnotherOneMakesAnotherOneCome() {
        here("a_ada", "online");
        save("round-robin", 1);
        var rooms = List.of(queued(), queued(), queued(), queued());

        awaitAssigned(rooms.get(0));
        post("a_ada", rooms.get(0), "resolve");
        awaitAssigned(rooms.get(1));
        driver.call(HttpMethod.PUT, driver.agent("a_ada"), "/" + rooms.get(1) + "/snooze", soon());
        awaitAssigned(rooms.get(2));
        driver.post(driver.agent("a_ada"), "/" + rooms.get(2) + "/transfer", Map.of("to", "a_cy"));
        awaitAssigned(rooms.get(3));

        assertThat(active("a_ada")).isEqualTo(1);
        assertThat(active("a_cy")).isEqualTo(1);
    }

    @Test
    void whatIsGivenBackGoesToSomebodyElse() {
        here("a_ada", "online");
        save("round-robin", 5);
        var room = queued();
        awaitAssigned(room);
        here("a_ben", "online");

        post("a_ada", room, "transfer");

        await().untilAsserted(() -> assertThat(agent(room)).isEqualTo("a_ben"));
    }

    @Test
    void whoTakesAGuestItselfMayGoBeyondItsCapacityAndThenGetsNoMore() {
        here("a_ada", "online");
        save("round-robin", 1);
        var first = queued();
        awaitAssigned(first);
        var second = queued();
        assertThat(post("a_ada", second, "claim").status()).isEqualTo(200);
        var third = queued();

        post("a_ada", first, "resolve");

        await().untilAsserted(() -> assertThat(active("a_ada")).isEqualTo(1));
        assertThat(status(third)).isEqualTo("queued");
        post("a_ada", second, "resolve");
        awaitAssigned(third);
    }

    @Test
    void anAgentCanHaveACapacityOfItsOwn() {
        here("a_ada", "online");
        save("round-robin", 0);
        var room = queued();
        assertThat(status(room)).isEqualTo("queued");

        assertThat(capacity("a_ada", 1).status()).isEqualTo(200);
        assertThat(agent(room)).isEqualTo("a_ada");

        assertThat(listed("a_ada").path("capacity").asInt()).isEqualTo(1);
        capacity("a_ada", null);
        assertThat(listed("a_ada").has("capacity")).isFalse();
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        var both = driver.call(HttpMethod.PUT, root(), ROUTING, Map.of("policy", "best", "capacity", 101));

        assertThat(both.status()).isEqualTo(422);
        assertThat(both.body().path("errors").values())
                .extracting(error -> error.path("field").asString())
                .containsExactly("policy", "capacity");
        assertThat(capacity("a_ada", -1).status()).isEqualTo(422);
        assertThat(capacity("a_nobody", 1).code()).isEqualTo("unknown-account");
    }

    private String root() {
        return driver.administrator("a_root");
    }

    /// Waits until the service knows.
    private void here(String account, String status) {
        driver.topics().publish(driver.presence(account, status));
        await().untilAsserted(() -> assertThat(database.sql("select status from availability where account = :account")
                        .bind("account", account)
                        .map(row -> Objects.requireNonNull(row.get("status", String.class)))
                        .one()
                        .block())
                .isEqualTo(status));
        capacity(account, null);
    }

    private void save(String policy, int capacity) {
        var answer = driver.call(HttpMethod.PUT, root(), ROUTING, Map.of("policy", policy, "capacity", capacity));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("policy").asString()).isEqualTo(policy);
    }

    private Answer capacity(String account, @Nullable Integer capacity) {
        var form = new HashMap<String, Object>();
        form.put("capacity", capacity);
        return driver.call(HttpMethod.PUT, root(), ROUTING + "/agents/" + account, form);
    }

    private JsonNode listed(String account) {
        return driver.get(root(), ROUTING)
                .body()
                .path("agents")
                .valueStream()
                .filter(agent -> agent.path("id").asString().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private int active(String account) {
        return listed(account).path("active").asInt();
    }

    private String queued() {
        var room = driver.guestRoom();
        assertThat(driver.post(driver.guest("g_gil"), "/" + room + "/handoff", null)
                        .status())
                .isEqualTo(200);
        return room;
    }

    private Answer post(String agent, String room, String verb) {
        return driver.post(driver.agent(agent), "/" + room + "/" + verb, null);
    }

    private static Map<String, Object> soon() {
        return Map.of("until", Instant.now().plus(1, ChronoUnit.HOURS).toString());
    }

    private void awaitAssigned(String room) {
        await().untilAsserted(() -> assertThat(status(room)).isEqualTo("assigned"));
    }

    private String status(String room) {
        return driver.get(driver.agent("a_dee"), "/" + room).text("status");
    }

    private String agent(String room) {
        return driver.get(driver.agent("a_dee"), "/" + room)
                .body()
                .path("assignee")
                .path("id")
                .asString("");
    }
}

package chat.parlor.room.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.RoomDriver.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

@ServiceIT({"spring.config.name=room-service", "parlor.retention.look=100ms", "parlor.retention.batch=2"})
@Import(Neighbours.class)
class RetentionIT {

    private static final String POLICY = "/api/v1/retention";

    private final RoomDriver driver;
    private final DatabaseClient database;

    RetentionIT(@Autowired RoomDriver driver, @Autowired DatabaseClient database) {
        this.driver = driver;
        this.database = database;
    }

    @BeforeEach
    void loopsRun() {
        driver.awaitLoops();
    }

    @AfterEach
    void everythingIsKeptAgain() {
        set(null, null, null);
    }

    @Test
    void conversationsGoWithWhatLiesBesideThemWhenTheyWereClosedLongAgo() {
        var old = closed("g_old", 31);
        var backroom = driver.get(driver.agent("a_ada"), "/" + old).text("backroom");
        var fresh = closed("g_new", 29);
        var open = aged(driver.guestRoom("g_open"), 400);

        set(30, null, null);

        awaitGone(old);
        var news = driver.topics()
                .await(
                        "guest.erasure",
                        each -> each.key().equals(old) && each.type().equals("rooms.expired.v1"));
        Contracts.validate("room", "rooms.expired.v1", news.raw());
        assertThat(news.body().path("rooms").findValuesAsString("id")).containsExactly(old, backroom);
        assertThat(rowsOf(old) + rowsOf(backroom)).isZero();
        var last = driver.topics().read("room.state").stream()
                .filter(state -> state.key().equals(old))
                .toList()
                .getLast();
        assertThat(last.body().path("members")).isEmpty();
        assertThat(last.body().path("staff").asString()).isEqualTo("none");
        assertThat(isThere(fresh)).isTrue();
        assertThat(isThere(open)).isTrue();
    }

    @Test
    void moreThanABatchGoesOneBatchAfterTheOther() {
        var rooms = List.of(closed("g_1", 40), closed("g_2", 40), closed("g_3", 40), closed("g_4", 40));

        set(39, null, null);

        rooms.forEach(this::awaitGone);
    }

    @Test
    void roomsOfAccountsGoWhenNobodyHasWrittenForLong() {
        var quiet = aged(group(), 8);
        var busy = aged(group(), 6);
        var direct = aged(made("direct"), 80);

        set(null, 90, 7);

        awaitGone(quiet);
        assertThat(isThere(busy)).isTrue();
        assertThat(isThere(direct)).isTrue();
        set(null, 79, null);
        awaitGone(direct);
        assertThat(made("direct")).as("the two begin anew").isNotEqualTo(direct);
    }

    @Test
    void whatIsHeldStaysUntilTheHoldIsLifted() {
        var held = closed("g_held", 50);
        var other = closed("g_free", 50);
        driver.call(HttpMethod.PUT, driver.supervisor("a_sue"), "/" + held + "/holds/room", null);

        set(49, null, null);

        awaitGone(other);
        assertThat(isThere(held)).isTrue();
        driver.call(HttpMethod.DELETE, driver.supervisor("a_sue"), "/" + held + "/holds/room", null);
        awaitGone(held);
    }

    @Test
    void administratorsSeeBeforeWhatWouldGo() {
        var before = preview("?guest=60").body().path("guest").asLong();
        closed("g_a", 61);
        closed("g_b", 61);
        aged(group(), 3_000);

        var answer = preview("?guest=60&group=2999");

        assertThat(answer.body().path("guest").asLong()).isEqualTo(before + 2);
        assertThat(answer.body().path("direct").asLong()).isZero();
        assertThat(answer.body().path("group").asLong()).isEqualTo(1);
        assertThat(preview("?guest=0").status()).isEqualTo(422);
        assertThat(preview("?guest=x").status()).isEqualTo(400);
    }

    @Test
    void onlyAdministratorsSetItAndOnlyToWhatMakesSense() {
        assertThat(put(driver.supervisor("a_sue"), Map.of("guest", 30)).code()).isEqualTo("not-allowed");
        assertThat(put(driver.administrator("a_root"), Map.of("guest", 0)).status())
                .isEqualTo(422);
        assertThat(driver.get(driver.agent("a_ada"), POLICY).code()).isEqualTo("not-allowed");

        set(3_650, null, 3_650);

        assertThat(driver.get(driver.administrator("a_root"), POLICY).body().toString())
                .isEqualTo("{\"guest\":3650,\"group\":3650}");
    }

    private String closed(String guest, int days) {
        var room = driver.guestRoom(guest);
        driver.post(driver.agent("a_ada"), "/" + room + "/close", null);
        return aged(room, days);
    }

    private String group() {
        return made("group");
    }

    private String made(String kind) {
        var name = kind.equals("group") ? Map.of("name", Ids.random("group ")) : Map.<String, String>of();
        var body = new HashMap<String, Object>(name);
        body.put("kind", kind);
        body.put("members", List.of("a_ben"));
        return driver.post(driver.agent("a_ada"), "", body).text("id");
    }

    private String aged(String room, int days) {
        database.sql("update rooms set turned_at = now() - make_interval(days => $2),"
                        + " active_at = now() - make_interval(days => $2) where id = $1")
                .bind(0, room)
                .bind(1, days)
                .then()
                .block();
        return room;
    }

    private void awaitGone(String room) {
        await().atMost(Patience.LIMIT).until(() -> !isThere(room));
    }

    private boolean isThere(String room) {
        return count("select count(*) as rows from rooms where id = $1", room) == 1;
    }

    private long rowsOf(String room) {
        return count("select count(*) as rows from marks where room = $1", room)
                + count("select count(*) as rows from rooms where id = $1 or frontroom = $1", room);
    }

    private long count(String sql, String room) {
        return Objects.requireNonNull(database.sql(sql)
                .bind(0, room)
                .map(row -> Objects.requireNonNull(row.get("rows", Long.class)))
                .one()
                .block());
    }

    private void set(@Nullable Integer guest, @Nullable Integer direct, @Nullable Integer group) {
        var policy = new HashMap<String, Object>();
        policy.put("guest", guest);
        policy.put("direct", direct);
        policy.put("group", group);
        assertThat(put(driver.administrator("a_root"), policy).status()).isEqualTo(200);
    }

    private Answer put(String caller, Map<String, Object> policy) {
        return driver.call(HttpMethod.PUT, caller, POLICY, policy);
    }

    private Answer preview(String query) {
        return driver.get(driver.administrator("a_root"), POLICY + "/preview" + query);
    }
}

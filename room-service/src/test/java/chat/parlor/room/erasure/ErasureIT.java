package chat.parlor.room.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics.Published;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;

@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class ErasureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final RoomDriver driver;
    private final DatabaseClient database;
    private final String guest = Ids.random("g_q");
    private final String name = RoomDriver.nameOf(guest);
    private String room = "";
    private String backroom = "";

    ErasureIT(@Autowired RoomDriver driver, @Autowired DatabaseClient database) {
        this.driver = driver;
        this.database = database;
    }

    @BeforeEach
    void aConversation() {
        driver.awaitLoops();
        room = driver.guestRoom(guest);
        driver.post(driver.guest(guest), "/" + room + "/handoff", null);
        backroom =
                driver.post(driver.agent("a_ada"), "/" + room + "/claim", null).text("backroom");
        driver.call(
                HttpMethod.PUT,
                driver.agent("a_ada"),
                "/" + room + "/links/customer",
                Map.of("id", "C-" + guest, "label", "Customer of " + name));
        driver.topics().publish(driver.sent(room, 1, guest, "It is me, " + name), driver.read(room, guest, 1));
        driver.topics().publish(driver.sent(backroom, 1, "a_ada", name + " is difficult"));
        Awaitility.await().atMost(PATIENCE).until(() -> rowsThatHold("is difficult") > 0);
        Awaitility.await().atMost(PATIENCE).until(() -> rowsThatHold("It is me") > 0);
    }

    @Test
    void whatIsKeptOfAGuestIsGivenToServicesRoomByRoom() {
        var service = driver.tokens().service();

        var rooms = driver.get(service, "/internal/guests/" + guest + "/rooms");
        var records =
                driver.get(service, "/internal/rooms/" + room + "/records").body();

        assertThat(rooms.body().toString())
                .isEqualTo("{\"items\":[{\"id\":\"" + room + "\",\"backroom\":\"" + backroom + "\"}]}");
        assertThat(records.path("rooms").get(0).path("guest_name").asString()).isEqualTo(name);
        assertThat(records.path("room_link").get(0).path("record").asString()).isEqualTo("C-" + guest);
        assertThat(records.path("marks").findValuesAsString("member")).contains(guest);
        assertThat(driver.get(service, "/internal/rooms/r_none/records").body().isEmpty())
                .isTrue();
    }

    @Test
    void nothingInTheDatabaseNamesAnErasedGuest() {
        var erased = erase("x_one");

        Contracts.validate("room", "rooms.erased.v1", erased.raw());
        assertThat(erased.body().path("rooms").findValuesAsString("id")).containsExactlyInAnyOrder(room, backroom);
        assertThat(rowsThatHold(name)).isZero();
        assertThat(rowsThatHold("difficult")).isZero();
        assertThat(driver.get(driver.agent("a_ada"), "/" + room).code()).isEqualTo("not-a-member");
        assertThat(driver.get(driver.guest(guest), "/" + room).code()).isEqualTo("not-a-member");
        assertThat(driver.get(driver.agent("a_ada"), "?q=" + name).body().path("items"))
                .isEmpty();
    }

    @Test
    void theLastStateOfItsRoomsSaysNothing() {
        erase("x_two");

        for (var gone : List.of(room, backroom)) {
            var last = driver.topics().read("room.state").stream()
                    .filter(state -> state.key().equals(gone))
                    .toList()
                    .getLast();
            Contracts.validate("room", "room.state.v1", last.raw());
            assertThat(last.body().path("staff").asString()).isEqualTo("none");
            assertThat(last.body().path("members")).isEmpty();
            assertThat(last.raw()).doesNotContain(name, "shop.example", "Ada");
        }
    }

    @Test
    void theSameErasureAgainNamesTheSameRooms() {
        var first = erase("x_three");

        publish("x_three");

        Awaitility.await().atMost(PATIENCE).until(() -> answers("x_three").size() == 2);
        var again = answers("x_three").getLast();
        assertThat(again.body().path("rooms")).isEqualTo(first.body().path("rooms"));
        assertThat(again.headers().get("id")).isEqualTo(first.headers().get("id"));
    }

    @Test
    void otherGuestsKeepWhatIsTheirs() {
        var other = driver.guestRoom(Ids.random("g_"));

        erase("x_four");

        assertThat(driver.get(driver.agent("a_ada"), "/" + other).status()).isEqualTo(200);
    }

    private Published erase(String erasure) {
        publish(erasure);
        Awaitility.await().atMost(PATIENCE).until(() -> !answers(erasure).isEmpty());
        return answers(erasure).getFirst();
    }

    private void publish(String erasure) {
        driver.topics()
                .publish(Event.of(
                        "guest.erasure", guest, "guest.erasing.v1", Map.of("erasure", erasure, "guest", guest)));
    }

    private List<Published> answers(String erasure) {
        return driver.topics().read("guest.erasure").stream()
                .filter(each -> each.key().equals(guest))
                .filter(each -> each.type().equals("rooms.erased.v1"))
                .filter(each -> each.body().path("erasure").asString().equals(erasure))
                .toList();
    }

    /// In all tables, whichever there are.
    private long rowsThatHold(String text) {
        return Objects.requireNonNull(
                        database.sql("select tablename from pg_tables where schemaname = current_schema()")
                                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                                .all()
                                .collectList()
                                .block())
                .stream()
                .mapToLong(table -> rowsThatHold(table, text))
                .sum();
    }

    private long rowsThatHold(String table, String text) {
        return Objects.requireNonNull(
                database.sql("select count(*) as rows from " + table + " t where strpos(t::text, $1) > 0")
                        .bind(0, text)
                        .map(row -> Objects.requireNonNull(row.get("rows", Long.class)))
                        .one()
                        .block());
    }
}

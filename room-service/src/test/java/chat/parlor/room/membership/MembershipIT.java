package chat.parlor.room.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics.Published;
import chat.parlor.room.driver.FakeGateway;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.RoomDriver.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class MembershipIT {

    private static final int BEGINNERS = 32;
    private final RoomDriver driver;
    private final FakeGateway gateway;

    MembershipIT(@Autowired RoomDriver driver, @Autowired FakeGateway gateway) {
        this.driver = driver;
        this.gateway = gateway;
    }

    @Test
    void aPairThatBeginsAtOnceMeetsInOneRoom() throws Exception {
        var answers = beginAtOnce(List.of("a_ada", "a_ben"));

        assertThat(answers.stream().map(answer -> answer.text("id")).distinct()).hasSize(1);
        assertThat(answers.stream().map(Answer::status)).containsOnly(200, 201);
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        var room = answers.getFirst().text("id");
        assertThat(driver.get(driver.agent("a_ada"), "/" + room).text("name")).isEqualTo("Ben");
        assertThat(driver.get(driver.agent("a_ben"), "/" + room).text("name")).isEqualTo("Ada");
        driver.topics().await("room.created", created -> created.key().equals(room));
        assertThat(records("room.created", room)).hasSize(1);
    }

    @Test
    void aRoomIsCreatedThenKnownThenTold() {
        var made = make("a_ada", "group", List.of("a_ben", "a_ben", "a_ada"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text("name")).isEqualTo("Ada, Ben");
        assertThat(made.body().path("members")).hasSize(2);
        var room = made.text("id");
        var notice = driver.topics().await("message.send", sent -> sent.key().equals(room));
        Contracts.validate("room", "notice.post.v1", notice.raw());
        assertThat(notice.body().path("notice").asString()).isEqualTo("created");
        var created = driver.topics().await("room.created", each -> each.key().equals(room));
        Contracts.validate("room", "room.created.v1", created.raw());
        var state = driver.topics().await("room.state", each -> each.key().equals(room));
        assertThat(state.body()).isEqualTo(created.body());
    }

    @Test
    void whatMakesNoSenseIsNamedByField() {
        assertThat(refused("nonsense", "Name", List.of("a_ben"))).containsExactly("kind");
        assertThat(refused("guest", "Name", List.of("a_ben"))).containsExactly("kind");
        assertThat(refused("group", "x".repeat(81), List.of("a_ben"))).containsExactly("name");
        assertThat(refused("group", " ", List.of("a_ben"))).containsExactly("name");
        assertThat(refused("group", "Name", List.of("a_ben", "a_nobody"))).containsExactly("members");
        assertThat(refused("group", "Name", List.of("a_disabled"))).containsExactly("members");
        assertThat(refused("direct", "Name", List.of("a_ada"))).containsExactly("members");
        assertThat(refused("direct", "Name", List.of("a_ben", "a_cy"))).containsExactly("members");
        assertThat(refused(
                        "group",
                        "Name",
                        IntStream.range(0, 50).mapToObj(n -> "a_m" + n).toList()))
                .containsExactly("members");
        assertThat(driver.post(driver.agent("a_ada"), "", Map.of("kind", "group", "members", "a_ben"))
                        .status())
                .isEqualTo(400);
        assertThat(driver.post(driver.agent("a_ada"), "", Map.of("kind", List.of(), "members", List.of()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aRoomHoldsFiftyMembersAndNoMore() {
        var made = make(
                "a_ada", "team", IntStream.range(0, 48).mapToObj(n -> "a_m" + n).toList());
        var room = made.text("id");

        assertThat(put("a_ada", room, "a_fiftieth", Map.of()).status()).isEqualTo(200);
        var full = put("a_ada", room, "a_fiftyfirst", Map.of());

        assertThat(full.status()).isEqualTo(409);
        assertThat(full.code()).isEqualTo("room-full");
    }

    @Test
    void anAccountIsAskedForOnce() {
        make("a_ada", "group", List.of("a_once"));
        make("a_ada", "group", List.of("a_once"));

        assertThat(gateway.asked().stream().filter(ids -> ids.contains("a_once")))
                .hasSize(1);
    }

    @Test
    void membersComeGoAndChange() {
        var room = make("a_ada", "group", List.of("a_ben")).text("id");

        assertThat(put("a_ada", room, "a_cy", Map.of("role", "moderator")).status())
                .isEqualTo(200);
        assertThat(put("a_cy", room, "a_ben", Map.of("muted", true))
                        .body()
                        .path("members")
                        .get(1)
                        .path("muted")
                        .asBoolean())
                .isTrue();
        assertThat(remove("a_ada", room, "a_ada").code()).isEqualTo("last-admin");
        assertThat(put("a_ada", room, "a_nobody", Map.of()).status()).isEqualTo(422);
        assertThat(put("a_ada", room, "a_ben", Map.of("role", "king")).status()).isEqualTo(422);
        assertThat(remove("a_ben", room, "a_ben").status()).isEqualTo(204);
        assertThat(driver.get(driver.agent("a_ben"), "/" + room).code()).isEqualTo("not-a-member");
        assertThat(driver.call(HttpMethod.PATCH, driver.agent("a_cy"), "/" + room, Map.of("name", "  Night shift "))
                        .text("name"))
                .isEqualTo("Night shift");

        driver.topics()
                .await(
                        "message.send",
                        sent -> sent.key().equals(room) && notice(sent).equals("renamed"));
        assertThat(records("message.send", room).stream().map(MembershipIT::notice))
                .containsExactly("created", "joined", "left", "renamed");
        records("room.state", room).forEach(state -> Contracts.validate("room", "room.state.v1", state.raw()));
    }

    @Test
    void aGuestRoomHasABackRoomThatTheGuestNeverSees() {
        var room = driver.guestRoom();

        var seenByGuest = driver.get(driver.guest("g_gil"), "/" + room);
        var seenByAgent = driver.get(driver.agent("a_ada"), "/" + room);
        var backroom = seenByAgent.text("backroom");

        assertThat(seenByGuest.body().has("backroom")).isFalse();
        assertThat(seenByGuest.body().has("page")).isFalse();
        assertThat(seenByAgent.text("page")).isEqualTo("https://shop.example/basket");
        assertThat(driver.get(driver.guest("g_gil"), "/" + backroom).code()).isEqualTo("not-a-member");
        assertThat(driver.get(driver.agent("a_ada"), "/" + backroom).text("frontroom"))
                .isEqualTo(room);
        var state =
                driver.topics().await("room.state", published -> published.key().equals(backroom));
        Contracts.validate("room", "room.state.v1", state.raw());
        assertThat(records("message.send", room)).isEmpty();
    }

    @Test
    void aGuestRoomIsMadeOnce() {
        var room = driver.guestRoom("g_once");
        var again = Map.of("guest", Map.of("id", "g_once", "name", "Once"));
        var other = Map.of("guest", Map.of("id", "g_other", "name", "Other"));

        assertThat(driver.call(HttpMethod.PUT, service(), "/internal/rooms/" + room, again)
                        .text("id"))
                .isEqualTo(room);
        assertThat(driver.call(HttpMethod.PUT, service(), "/internal/rooms/" + room, other)
                        .status())
                .isEqualTo(409);
        assertThat(driver.call(HttpMethod.PUT, service(), "/internal/rooms/r_x", Map.of())
                        .status())
                .isEqualTo(422);
        var rooms = driver.get(service(), "/internal/rooms?guest=g_once").body().path("items");
        assertThat(rooms).hasSize(1);
        assertThat(rooms.get(0).has("backroom")).isFalse();
    }

    @Test
    void stateIsLookedUpForThoseWhoseNewsIsLate() {
        var room = driver.guestRoom();

        var found = driver.post(service(), "/internal/rooms/lookup", Map.of("rooms", List.of(room, "r_unknown")));

        assertThat(found.body().path("items")).hasSize(1);
        Contracts.validate(
                "room", "room.state.v1", found.body().path("items").get(0).toString());
        assertThat(driver.post(service(), "/internal/rooms/lookup", Map.of()).status())
                .isEqualTo(422);
    }

    @Test
    void aRenamedAccountIsShownUnderItsNewName() {
        var room = make("a_ada", "group", List.of("a_zoe")).text("id");
        var guestRoom = driver.guestRoom();
        driver.post(driver.agent("a_zoe"), "/" + guestRoom + "/claim", null);
        var renamed = Map.of("id", "a_zoe", "name", "Zoë Smith", "roles", List.of("agent"), "disabled", false);

        driver.topics().publish(Event.of("account.changed", "a_zoe", "account.changed.v1", renamed));

        await().untilAsserted(() -> assertThat(
                        driver.get(driver.agent("a_ada"), "/" + room).body().toString())
                .contains("Zoë Smith"));
        await().untilAsserted(() -> assertThat(driver.get(driver.guest("g_gil"), "/" + guestRoom)
                        .body()
                        .toString())
                .contains("Zoë Smith"));
    }

    /// All are ready before the first one calls.
    private List<Answer> beginAtOnce(List<String> both) throws Exception {
        var start = new CyclicBarrier(BEGINNERS);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, BEGINNERS)
                    .mapToObj(turn -> (Callable<Answer>) () -> {
                        start.await();
                        return make(both.get(turn % 2), "direct", List.of(both.get((turn + 1) % 2)));
                    })
                    .toList();
            return pool.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private Answer make(String by, String kind, List<String> members) {
        return driver.post(driver.agent(by), "", Map.of("kind", kind, "members", members));
    }

    private Stream<String> refused(String kind, String name, List<String> members) {
        var answer = driver.post(driver.agent("a_ada"), "", Map.of("kind", kind, "name", name, "members", members));
        assertThat(answer.status()).isEqualTo(422);
        return answer.body()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString());
    }

    private Answer put(String by, String room, String account, Map<String, Object> body) {
        return driver.call(HttpMethod.PUT, driver.agent(by), "/" + room + "/members/" + account, body);
    }

    private Answer remove(String by, String room, String account) {
        return driver.call(HttpMethod.DELETE, driver.agent(by), "/" + room + "/members/" + account, null);
    }

    private String service() {
        return driver.tokens().service();
    }

    private static String notice(Published published) {
        return published.body().path("notice").asString();
    }

    private List<Published> records(String topic, String room) {
        return driver.topics().read(topic).stream()
                .filter(published -> published.key().equals(room))
                .toList();
    }
}

package chat.parlor.room.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics.Published;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.RoomDriver.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class VisibilityIT {

    private static final String VISIBILITY = "/api/v1/visibility";
    private final RoomDriver driver;

    VisibilityIT(@Autowired RoomDriver driver) {
        this.driver = driver;
    }

    @AfterEach
    void everybodySeesEverything() {
        set("all");
    }

    @Test
    void everybodySeesEverythingUntilItIsSetOtherwise() {
        var room = driver.guestRoom();
        claim("a_ada", room);

        assertThat(driver.get(root(), VISIBILITY).text("agents")).isEqualTo("all");
        assertThat(sees(driver.agent("a_ben"), room)).isTrue();
    }

    @Test
    void aConversationIsForWhoHasItAndForSupervisors() {
        set("own");
        var room = driver.guestRoom();
        assertThat(sees(driver.agent("a_ben"), room)).isTrue();

        claim("a_ada", room);

        assertThat(sees(driver.agent("a_ben"), room)).isFalse();
        assertThat(driver.get(driver.agent("a_ben"), "/" + room + "/summaries").code())
                .isEqualTo("not-a-member");
        for (var reader : List.of(driver.agent("a_ada"), driver.supervisor("a_sue"), driver.guest("g_gil"))) {
            assertThat(sees(reader, room)).isTrue();
        }
    }

    @Test
    void whoHadItSeesItStillAndWhoDidNotDoesNot() {
        set("own");
        var room = driver.guestRoom();
        claim("a_ada", room);

        driver.post(driver.agent("a_ada"), "/" + room + "/close", null);

        assertThat(sees(driver.agent("a_ada"), room)).isTrue();
        assertThat(sees(driver.agent("a_ben"), room)).isFalse();
    }

    @Test
    void handsItGoesThroughAreTold() {
        set("own");
        var room = driver.guestRoom();
        claim("a_ada", room);
        awaitKeeper(room, "a_ada");
        var back = backroom(room);
        awaitKeeper(back, "a_ada");

        driver.post(driver.agent("a_ada"), "/" + room + "/transfer", Map.of("to", "a_cy"));
        awaitKeeper(room, "a_cy");
        awaitKeeper(back, "a_cy");
        driver.post(driver.agent("a_cy"), "/" + room + "/transfer", null);

        Contracts.validate("room", "room.state.v1", awaitKeeper(room, null).raw());
        awaitKeeper(back, null);
        assertThat(sees(driver.agent("a_ben"), room)).isTrue();
    }

    @Test
    void whoComesTooLateIsToldWhoHasIt() {
        set("own");
        var room = driver.guestRoom();
        claim("a_ada", room);

        var late = driver.post(driver.agent("a_ben"), "/" + room + "/claim", null);

        assertThat(late.code()).isEqualTo("already-claimed");
    }

    @Test
    void whatIsSetReachesRoomsAsTheyAre() {
        var room = driver.guestRoom();
        claim("a_ada", room);
        var back = backroom(room);

        set("own");
        awaitKeeper(room, "a_ada");
        awaitKeeper(back, "a_ada");
        assertThat(sees(driver.agent("a_ben"), room)).isFalse();

        set("all");
        awaitKeeper(room, null);
        awaitKeeper(back, null);
        assertThat(sees(driver.agent("a_ben"), room)).isTrue();
    }

    @Test
    void onlyAdministratorsSeeAndSetIt() {
        for (var other : List.of(driver.agent("a_ada"), driver.supervisor("a_sue"), driver.guest("g_gil"))) {
            assertThat(driver.get(other, VISIBILITY).code()).isEqualTo("not-allowed");
            assertThat(driver.call(HttpMethod.PUT, other, VISIBILITY, Map.of("agents", "own"))
                            .code())
                    .isEqualTo("not-allowed");
        }
        for (var wrong : List.of(Map.of("agents", "some"), Map.of())) {
            assertThat(driver.call(HttpMethod.PUT, root(), VISIBILITY, wrong).status())
                    .isEqualTo(422);
        }
    }

    private String root() {
        return driver.administrator("a_root");
    }

    private void set(String agents) {
        var answer = driver.call(HttpMethod.PUT, root(), VISIBILITY, Map.of("agents", agents));
        assertThat(answer.text("agents")).isEqualTo(agents);
    }

    private Answer claim(String agent, String room) {
        var answer = driver.post(driver.agent(agent), "/" + room + "/claim", null);
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    /// In its lists and by its id, both or none.
    private boolean sees(String reader, String room) {
        var readable = driver.get(reader, "/" + room).status() == 200;
        var listed = Stream.of("?limit=100", "?kind=guest&limit=100", "?search=Gil&limit=100")
                .map(list -> driver.get(reader, list).body().path("items"))
                .map(items -> items.valueStream()
                        .anyMatch(item -> item.path("id").asString().equals(room)))
                .toList();
        assertThat(listed).containsOnly(readable);
        return readable;
    }

    private String backroom(String room) {
        return driver.get(driver.agent("a_ada"), "/" + room).text("backroom");
    }

    /// The first state after which the room has this keeper; null: none any more.
    private Published awaitKeeper(String room, @Nullable String keeper) {
        var found = await().until(
                        () -> driver.topics().read("room.state").stream()
                                .filter(state -> state.key().equals(room))
                                .reduce((before, after) -> after),
                        newest -> newest.filter(state -> keeper(state).equals(keeper == null ? "" : keeper))
                                .isPresent());
        return found.orElseThrow();
    }

    private static String keeper(Published state) {
        return state.body().path("keeper").asString("");
    }
}

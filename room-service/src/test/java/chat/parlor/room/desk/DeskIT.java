package chat.parlor.room.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics.Published;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.RoomDriver.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class DeskIT {

    private static final int RIVALS = 64;
    private final RoomDriver driver;

    DeskIT(@Autowired RoomDriver driver) {
        this.driver = driver;
    }

    @RepeatedTest(5)
    void ofManyClaimsAtOnceOneWinsAndTheOthersLearnWho() throws Exception {
        var room = driver.guestRoom();
        post(driver.guest("g_gil"), room, "handoff");

        var answers = claimAtOnce(room);

        var winner = answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(winner).hasSize(1);
        var name = winner.getFirst().body().path("assignee");
        assertThat(answers.stream().filter(answer -> answer.status() != 200))
                .hasSize(RIVALS - 1)
                .allSatisfy(loser -> {
                    assertThat(loser.status()).isEqualTo(409);
                    assertThat(loser.code()).isEqualTo("already-claimed");
                    assertThat(loser.body().path("claimedBy")).isEqualTo(name);
                });
        driver.topics().await("message.send", sent -> isOf(sent, room) && says(sent, "assigned"));
        assertThat(notices(room)).containsExactly("handed-off", "assigned");
    }

    @Test
    void aConversationIsAnnouncedStepByStep() {
        var room = driver.guestRoom();
        var ada = driver.agent("a_ada");

        post(driver.guest("g_gil"), room, "handoff");
        post(driver.guest("g_gil"), room, "handoff");
        post(ada, room, "claim");
        post(ada, room, "claim");
        assertThat(driver.post(ada, "/" + room + "/transfer", Map.of("to", "a_ben"))
                        .status())
                .isEqualTo(200);
        post(driver.agent("a_ben"), room, "resolve");
        post(ada, room, "reopen");
        post(ada, room, "close");

        driver.topics().await("message.send", notice -> isOf(notice, room) && says(notice, "closed"));
        driver.topics()
                .await(
                        "room.state",
                        state -> isOf(state, room)
                                && state.body().path("version").asInt() == 7);
        var states = records("room.state", room);
        states.forEach(state -> Contracts.validate("room", "room.state.v1", state.raw()));
        assertThat(states.stream().map(state -> state.body().path("version").asInt()))
                .containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(states.stream().map(state -> state.body().path("status").asString()))
                .containsExactly("open", "queued", "assigned", "assigned", "resolved", "queued", "closed");
        assertThat(states.stream().map(state -> state.body().path("fence").asInt()))
                .containsExactly(0, 1, 2, 3, 3, 4, 5);
        records("message.send", room).forEach(notice -> Contracts.validate("room", "notice.post.v1", notice.raw()));
        assertThat(notices(room))
                .containsExactly("handed-off", "assigned", "transferred", "resolved", "reopened", "closed");
    }

    @Test
    void aGuestWhoWritesAfterTheEndWaitsAgain() {
        var room = assigned("a_ada");
        post(driver.agent("a_ada"), room, "resolve");

        driver.topics().publish(driver.sent(room, 1, "g_gil", "One more thing"));

        awaitStatus(room, "queued");
        awaitMessages(room);
        var waiting = driver.get(driver.agent("a_ada"), "/" + room);
        assertThat(waiting.body().has("assignee")).isFalse();
    }

    @Test
    void anAgentWhoLeavesGivesBackWhatIsUnansweredInItsOldPlace() {
        var unanswered = assigned("a_cy");
        var answered = assigned("a_cy");
        var place = driver.get(driver.agent("a_cy"), "/" + unanswered).text("queuedAt");
        driver.topics()
                .publish(driver.sent(unanswered, 1, "g_gil", "Anybody?"), driver.sent(answered, 1, "a_cy", "Done"));
        awaitMessages(unanswered);
        awaitMessages(answered);

        driver.topics().publish(driver.presence("a_cy", "offline"));

        awaitStatus(unanswered, "queued");
        assertThat(driver.get(driver.agent("a_ada"), "/" + unanswered).text("queuedAt"))
                .isEqualTo(place);
        assertThat(driver.get(driver.agent("a_ada"), "/" + answered).text("status"))
                .isEqualTo("assigned");
        driver.topics().publish(driver.sent(answered, 2, "g_gil", "Still there?"));
        awaitStatus(answered, "queued");
    }

    @Test
    void theQueueHasPlaces() {
        var rooms = List.of(driver.guestRoom(), driver.guestRoom(), driver.guestRoom());
        rooms.forEach(this::handOffInAMomentOfItsOwn);
        var first = position(rooms.get(0));

        assertThat(position(rooms.get(1))).isEqualTo(first + 1);
        assertThat(position(rooms.get(2))).isEqualTo(first + 2);

        post(driver.agent("a_ada"), rooms.get(0), "claim");
        assertThat(position(rooms.get(1))).isEqualTo(first);
        post(driver.agent("a_ada"), rooms.get(0), "transfer");
        assertThat(position(rooms.get(0))).isEqualTo(first);
    }

    @Test
    void anAccountNobodyKnowsCannotBeGivenARoom() {
        var room = assigned("a_ada");

        for (var to : List.of("a_nobody", "a_disabled", "g_gil")) {
            var answer = driver.post(driver.agent("a_ada"), "/" + room + "/transfer", Map.of("to", to));

            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body().path("errors").get(0).path("field").asString())
                    .isEqualTo("to");
        }
    }

    @Test
    void theMetricsSayHowManyWait() {
        driver.awaitLoops();
        var room = driver.guestRoom();
        post(driver.guest("g_gil"), room, "handoff");

        await().untilAsserted(() ->
                assertThat(driver.metric("parlor_room_queue_depth")).isPositive());
        post(driver.agent("a_ada"), room, "claim");
        assertThat(driver.metric("parlor_room_claims_total")).isPositive();
        assertThat(driver.metric("parlor_room_transitions_total")).isPositive();
    }

    private String assigned(String agent) {
        var room = driver.guestRoom();
        post(driver.guest("g_gil"), room, "handoff");
        post(driver.agent(agent), room, "claim");
        return room;
    }

    /// Rooms that are handed off in the same millisecond stand in the order of their ids.
    private void handOffInAMomentOfItsOwn(String room) {
        var queuedAt =
                Instant.parse(post(driver.guest("g_gil"), room, "handoff").text("queuedAt"));
        await().pollDelay(Duration.ZERO).until(() -> Instant.now().isAfter(queuedAt.plusMillis(1)));
    }

    private int position(String room) {
        return driver.get(driver.guest("g_gil"), "/" + room)
                .body()
                .path("queue")
                .path("position")
                .asInt();
    }

    private void awaitStatus(String room, String status) {
        await().untilAsserted(() -> assertThat(
                        driver.get(driver.agent("a_ada"), "/" + room).text("status"))
                .isEqualTo(status));
    }

    private void awaitMessages(String room) {
        await().untilAsserted(() -> assertThat(
                        driver.get(driver.agent("a_ada"), "/" + room).text("messages"))
                .isEqualTo("1"));
    }

    private Answer post(String token, String room, String verb) {
        return driver.post(token, "/" + room + "/" + verb, null);
    }

    private List<String> notices(String room) {
        return records("message.send", room).stream()
                .map(notice -> notice.body().path("notice").asString())
                .toList();
    }

    private List<Published> records(String topic, String room) {
        return driver.topics().read(topic).stream()
                .filter(published -> isOf(published, room))
                .toList();
    }

    private static boolean isOf(Published published, String room) {
        return published.key().equals(room);
    }

    private static boolean says(Published published, String notice) {
        return published.body().path("notice").asString("").equals(notice);
    }

    /// All rivals are ready before the first one calls.
    private List<Answer> claimAtOnce(String room) throws Exception {
        var start = new CyclicBarrier(RIVALS);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = IntStream.range(0, RIVALS)
                    .mapToObj(rival -> driver.agent("a_rival" + rival))
                    .map(token -> (Callable<Answer>) () -> {
                        start.await();
                        return post(token, room, "claim");
                    })
                    .toList();
            return pool.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }
}

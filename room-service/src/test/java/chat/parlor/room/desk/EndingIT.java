package chat.parlor.room.desk;

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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class EndingIT {

    private final RoomDriver driver;

    EndingIT(@Autowired RoomDriver driver) {
        this.driver = driver;
    }

    @Test
    void aGuestWhoAsksWaitsForTheAgentWhoDeclinesOrEnds() {
        var room = assigned("a_ada");

        var asked = end(room);
        var again = end(room);
        assertThat(asked.text("status")).isEqualTo("assigned");
        assertThat(asked.text("endAskedAt")).isNotEmpty();
        assertThat(again.text("version")).isEqualTo(asked.text("version"));
        var declined = post(driver.agent("a_ada"), room, "end/decline");
        assertThat(declined.text("status")).isEqualTo("assigned");
        assertThat(declined.body().has("endAskedAt")).isFalse();
        assertThat(end(room).text("endAskedAt")).isNotEmpty();
        assertThat(post(driver.agent("a_ada"), room, "close").text("status")).isEqualTo("closed");

        driver.topics().await("message.send", notice -> isOf(notice, room) && says(notice, "closed"));
        assertThat(notices(room)).containsExactly("assigned", "end-asked", "end-declined", "end-asked", "closed");
        var states = records("room.state", room);
        states.forEach(state -> Contracts.validate("room", "room.state.v1", state.raw()));
        assertThat(states.stream().map(state -> state.body().has("endAskedAt")))
                .containsExactly(false, false, true, false, true, false);
        records("message.send", room).forEach(notice -> Contracts.validate("room", "notice.post.v1", notice.raw()));
    }

    @Test
    void whereNoAgentHasTheRoomItEndsAtOnce() {
        var open = driver.guestRoom();
        var queued = driver.guestRoom();
        post(driver.guest("g_gil"), queued, "handoff");

        assertThat(end(open).text("status")).isEqualTo("closed");
        assertThat(end(queued).text("status")).isEqualTo("closed");
        assertThat(end(queued).code()).isEqualTo("wrong-status");
    }

    @Test
    void theQuestionGoesWithTheRoomToAnotherAgent() {
        var room = assigned("a_ada");
        var asked = end(room).text("endAskedAt");

        driver.post(driver.agent("a_ada"), "/" + room + "/transfer", Map.of("to", "a_ben"));

        assertThat(driver.get(driver.guest("g_gil"), "/" + room).text("endAskedAt"))
                .isEqualTo(asked);
        assertThat(post(driver.agent("a_ada"), room, "end/decline").code()).isEqualTo("not-allowed");
        assertThat(post(driver.agent("a_ben"), room, "end/decline").status()).isEqualTo(200);
    }

    @Test
    void anAgentWhoLeavesEndsWhatTheGuestWantedToEnd() {
        var room = assigned("a_dee");
        driver.topics().publish(driver.sent(room, 1, "a_dee", "Anything else?"));
        await().untilAsserted(() -> assertThat(
                        driver.get(driver.agent("a_dee"), "/" + room).text("messages"))
                .isEqualTo("1"));
        end(room);

        driver.topics().publish(driver.presence("a_dee", "offline"));

        await().untilAsserted(() -> assertThat(
                        driver.get(driver.guest("g_gil"), "/" + room).text("status"))
                .isEqualTo("closed"));
    }

    private String assigned(String agent) {
        var room = driver.guestRoom();
        post(driver.agent(agent), room, "claim");
        return room;
    }

    private Answer end(String room) {
        return post(driver.guest("g_gil"), room, "end");
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
}

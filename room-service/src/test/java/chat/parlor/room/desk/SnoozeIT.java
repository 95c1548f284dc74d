package chat.parlor.room.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import chat.parlor.room.driver.RoomDriver.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;

@ServiceIT({"spring.config.name=room-service", "parlor.snooze.look=100ms", "parlor.snooze.longest=30d"})
@Import(Neighbours.class)
class SnoozeIT {

    private final RoomDriver driver;

    SnoozeIT(@Autowired RoomDriver driver) {
        this.driver = driver;
    }

    @Test
    void whatIsPutAsideComesBackWhenItsTimeHasCome() {
        var room = assigned("a_ada");
        var until = Instant.now().plusSeconds(2);

        var answer = snooze("a_ada", room, until);

        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.text("snoozedUntil")).isNotEmpty();
        assertThat(driver.get(driver.guest("g_gil"), "/" + room).body().has("snoozedUntil"))
                .isFalse();
        var state = driver.topics()
                .await(
                        "room.state",
                        each -> each.key().equals(room) && each.body().has("snoozedUntil"));
        Contracts.validate("room", "room.state.v1", state.raw());
        await().untilAsserted(
                        () -> assertThat(seen(room).body().has("snoozedUntil")).isFalse());
        assertThat(Instant.now()).isAfterOrEqualTo(until);
        assertThat(seen(room).text("status")).isEqualTo("assigned");
    }

    @Test
    void itComesBackAtOnceWhenTheGuestWrites() {
        var room = assigned("a_ada");
        snooze("a_ada", room, Instant.now().plusSeconds(3_600));

        driver.topics().publish(driver.sent(room, 1, "g_gil", "And another thing"));

        await().untilAsserted(
                        () -> assertThat(seen(room).body().has("snoozedUntil")).isFalse());
        assertThat(seen(room).body().path("assignee").path("id").asString()).isEqualTo("a_ada");
    }

    @Test
    void itComesBackWhenItsAgentTakesItUp() {
        var room = assigned("a_ada");
        snooze("a_ada", room, Instant.now().plusSeconds(3_600));

        var answer = driver.call(HttpMethod.DELETE, driver.agent("a_ada"), "/" + room + "/snooze", null);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().has("snoozedUntil")).isFalse();
    }

    @Test
    void itWaitsForItsAgentWhoGoesHome() {
        var aside = assigned("a_dee");
        var other = assigned("a_dee");
        snooze("a_dee", aside, Instant.now().plusSeconds(3_600));

        driver.topics().publish(driver.presence("a_dee", "offline"));

        await().untilAsserted(() -> assertThat(seen(other).text("status")).isEqualTo("queued"));
        assertThat(seen(aside).text("status")).isEqualTo("assigned");
        driver.topics().publish(driver.sent(aside, 1, "g_gil", "Are you there?"));
        await().untilAsserted(() -> assertThat(seen(aside).text("status")).isEqualTo("queued"));
    }

    @Test
    void nothingOfItStandsInTheTimelineThatTheGuestReads() {
        var room = assigned("a_ada");
        snooze("a_ada", room, Instant.now().plusSeconds(3_600));
        driver.call(HttpMethod.DELETE, driver.agent("a_ada"), "/" + room + "/snooze", null);
        driver.post(driver.agent("a_ada"), "/" + room + "/resolve", null);

        driver.topics()
                .await(
                        "message.send",
                        each -> each.key().equals(room)
                                && each.body().path("notice").asString("").equals("resolved"));
        assertThat(driver.topics().read("message.send").stream()
                        .filter(each -> each.key().equals(room))
                        .map(each -> each.body().path("notice").asString("")))
                .containsExactly("assigned", "resolved");
    }

    @Test
    void onlyWhatAnAgentHasCanBePutAsideAndOnlyForATime() {
        var room = assigned("a_ada");
        var open = driver.guestRoom();
        var soon = Instant.now().plusSeconds(60);

        assertThat(snooze("a_ben", room, soon).code()).isEqualTo("not-allowed");
        assertThat(driver.call(
                                HttpMethod.PUT,
                                driver.supervisor("a_sue"),
                                "/" + open + "/snooze",
                                Map.of("until", soon.toString()))
                        .code())
                .isEqualTo("wrong-status");
        assertThat(snooze("a_ada", room, Instant.now().minusSeconds(1)).status())
                .isEqualTo(422);
        assertThat(snooze("a_ada", room, Instant.now().plus(Duration.ofDays(31)))
                        .status())
                .isEqualTo(422);
        assertThat(driver.call(HttpMethod.PUT, driver.agent("a_ada"), "/" + room + "/snooze", Map.of())
                        .status())
                .isEqualTo(422);
    }

    private String assigned(String agent) {
        var room = driver.guestRoom();
        driver.post(driver.agent(agent), "/" + room + "/claim", null);
        return room;
    }

    private Answer snooze(String agent, String room, Instant until) {
        var body = Map.of("until", until.toString());
        return driver.call(HttpMethod.PUT, driver.agent(agent), "/" + room + "/snooze", body);
    }

    private Answer seen(String room) {
        return driver.get(driver.agent("a_ada"), "/" + room);
    }
}

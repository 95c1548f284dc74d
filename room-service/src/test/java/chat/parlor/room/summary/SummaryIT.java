package chat.parlor.room.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

@ServiceIT({"spring.config.name=room-service", "parlor.summaries.again=200ms"})
@Import(Neighbours.class)
class SummaryIT {

    private static final FakeLog LOG = new FakeLog();
    private static final String NOON = "2026-03-02T12:00:00.000Z";
    private static final String LATER = "2026-03-02T12:01:30.000Z";

    private final RoomDriver driver;

    SummaryIT(@Autowired RoomDriver driver) {
        this.driver = driver;
    }

    @DynamicPropertySource
    static void messageService(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.message.url", LOG::url);
    }

    @Test
    void whatEndedIsSummedUpShownToStaffAndAnnounced() {
        var room = talked();
        var before = driver.get(ada(), "/" + room).text("version");
        driver.topics().publish(LOG.notice(room, "a_ada", "closed", LATER));

        var summary = awaitSummaries(room, 1).get(0);

        assertThat(summary.path("outcome").asString()).isEqualTo("closed");
        assertThat(summary.path("messages").path("guest").asInt()).isEqualTo(2);
        assertThat(summary.path("messages").path("agent").asInt()).isEqualTo(1);
        assertThat(summary.path("firstResponseMs").asLong()).isEqualTo(90_000);
        assertThat(summary.path("endedBy").path("name").asString()).isEqualTo("Ada");
        assertThat(summary.path("topics").get(0).asString()).isEqualTo("walnut table");
        var shown = driver.get(ada(), "/" + room);
        assertThat(shown.body().path("topics").get(0).asString()).isEqualTo("walnut table");
        assertThat(shown.text("version")).isNotEqualTo(before);
        assertThat(driver.get(driver.guest("g_gil"), "/" + room).body().has("topics"))
                .isFalse();
        var state = driver.topics()
                .await(
                        "room.state",
                        each -> each.key().equals(room) && each.body().has("topics"));
        Contracts.validate("room", "room.state.v1", state.raw());
    }

    @Test
    void whatIsReopenedGetsASecondSummary() {
        var room = talked();
        driver.topics().publish(LOG.notice(room, "a_ada", "resolved", LATER));
        awaitSummaries(room, 1);

        driver.topics()
                .publish(
                        LOG.notice(room, "g_gil", "reopened", LATER),
                        LOG.say(room, "g_gil", "The invoice is missing", LATER),
                        LOG.notice(room, "g_gil", "closed", LATER));

        var newest = awaitSummaries(room, 2).get(0);
        assertThat(newest.path("topics").get(0).asString()).isEqualTo("invoice");
        assertThat(newest.path("endedBy").path("kind").asString()).isEqualTo("guest");
        assertThat(newest.has("firstResponseMs")).isFalse();
    }

    @Test
    void whatWasDeletedAfterwardsIsNoTopicAnyMore() {
        var room = talked();
        driver.topics().publish(LOG.notice(room, "a_ada", "closed", LATER));
        awaitSummaries(room, 1);

        driver.topics().publish(LOG.delete(room, 1, LATER));

        await().untilAsserted(() -> assertThat(
                        driver.get(ada(), "/" + room).body().path("topics").toString())
                .contains("delivery")
                .doesNotContain("walnut"));
    }

    @Test
    void whatCannotBeMadeIsMadeLater() {
        var room = talked();
        LOG.away(true);
        driver.topics().publish(LOG.notice(room, "a_ada", "closed", LATER));
        var other = talked();
        driver.topics().publish(LOG.notice(other, "a_ada", "closed", LATER));
        driver.awaitLoops();
        assertThat(summaries(room)).isEmpty();

        LOG.away(false);

        awaitSummaries(room, 1);
        awaitSummaries(other, 1);
    }

    private String talked() {
        var room = driver.guestRoom();
        driver.topics()
                .publish(
                        LOG.say(room, "g_gil", "I like the walnut table. Where is the walnut table?", NOON),
                        LOG.say(room, "a_ada", "It is.", LATER),
                        LOG.say(room, "g_gil", "And the delivery?", LATER));
        return room;
    }

    private JsonNode awaitSummaries(String room, int count) {
        await().untilAsserted(() -> assertThat(summaries(room)).hasSize(count));
        return summaries(room);
    }

    private JsonNode summaries(String room) {
        return driver.get(ada(), "/" + room + "/summaries").body().path("items");
    }

    private String ada() {
        return driver.agent("a_ada");
    }
}

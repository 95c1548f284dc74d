package chat.parlor.room.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.room.driver.Neighbours;
import chat.parlor.room.driver.RoomDriver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/// Where somebody is mentioned, in team rooms and in notes beside conversations with guests.
@ServiceIT("spring.config.name=room-service")
@Import(Neighbours.class)
class MentionedIT {

    private static final String LIST = "?mentioned=true";
    private static final String UNREAD = "?mentioned=true&unread=true";

    private final RoomDriver driver;

    MentionedIT(@Autowired RoomDriver driver) {
        this.driver = driver;
    }

    @Test
    void aMentionStandsUntilItIsReadAndIsListedAfterwards() {
        var room = group("a_oda", "a_pit");
        publish(room, 1, "a_oda", "a_pit");
        publish(room, 2, "a_oda", "a_pit");

        await().untilAsserted(() -> assertThat(mentioned("a_pit", room)).isEqualTo(List.of(2, 2)));
        assertThat(ids("a_pit", UNREAD)).containsExactly(room);
        assertThat(mentioned("a_oda", room)).isEmpty();

        driver.topics().publish(driver.read(room, "a_pit", 1));
        await().untilAsserted(() -> assertThat(mentioned("a_pit", room)).isEqualTo(List.of(2, 1)));

        driver.topics().publish(driver.read(room, "a_pit", 2));
        await().untilAsserted(() -> assertThat(mentioned("a_pit", room)).isEqualTo(List.of(2, 0)));
        assertThat(ids("a_pit", UNREAD)).isEmpty();
        assertThat(ids("a_pit", LIST)).containsExactly(room);
    }

    @Test
    void aMentionInANoteStandsAtTheConversationWithTheGuest() {
        var room = driver.guestRoom();
        var back = driver.get(driver.agent("a_quin"), "/" + room).text("backroom");
        publish(back, 1, "a_ray", "a_quin");

        await().untilAsserted(() -> assertThat(ids("a_quin", UNREAD)).containsExactly(room));
        assertThat(mentioned("a_quin", room)).isEqualTo(List.of(1, 1));

        driver.topics().publish(driver.read(back, "a_quin", 1));
        await().untilAsserted(() -> assertThat(ids("a_quin", UNREAD)).isEmpty());
        assertThat(ids("a_quin", LIST)).containsExactly(room);
    }

    @Test
    void unreadMentionsComeFirstAndPagesFollowEachOther() {
        var rooms = List.of(group("a_sam", "a_tia"), group("a_sam", "a_tia"), group("a_sam", "a_tia"));
        rooms.forEach(room -> publish(room, 1, "a_sam", "a_tia"));
        driver.topics().publish(driver.read(rooms.get(1), "a_tia", 1));
        await().untilAsserted(() -> assertThat(ids("a_tia", UNREAD)).hasSize(2));

        var first = driver.get(driver.agent("a_tia"), LIST + "&limit=2");
        var second = driver.get(driver.agent("a_tia"), LIST + "&limit=2&cursor=" + first.text("next"));

        assertThat(first.body().path("items").valueStream().map(MentionedIT::id))
                .containsExactlyInAnyOrder(rooms.get(0), rooms.get(2));
        assertThat(second.body().path("items").valueStream().map(MentionedIT::id))
                .containsExactly(rooms.get(1));
        assertThat(second.text("next")).isEmpty();
    }

    @Test
    void aDeletedMessageMentionsNobody() {
        var room = group("a_ugo", "a_vera");
        publish(room, 1, "a_ugo", "a_vera");
        await().untilAsserted(() -> assertThat(ids("a_vera", LIST)).containsExactly(room));

        driver.topics().publish(driver.entry("message.deleted.v1", room, 2, Map.of("target", 1)));

        await().untilAsserted(() -> assertThat(ids("a_vera", LIST)).isEmpty());
        assertThat(mentioned("a_vera", room)).isEmpty();
    }

    @Test
    void whoLeftTheRoomIsNotShownItForBeingMentioned() {
        var room = group("a_wes", "a_xia");
        publish(room, 1, "a_wes", "a_xia");
        await().untilAsserted(() -> assertThat(ids("a_xia", LIST)).containsExactly(room));

        driver.call(HttpMethod.DELETE, driver.agent("a_wes"), "/" + room + "/members/a_xia", null);

        assertThat(ids("a_xia", LIST)).isEmpty();
    }

    private String group(String owner, String other) {
        var body = Map.of("kind", "group", "name", "Mentions", "members", List.of(other));
        return driver.post(driver.agent(owner), "", body).text("id");
    }

    private void publish(String room, int seq, String author, String member) {
        driver.topics().publish(sent(room, seq, author, member));
    }

    private Event sent(String room, int seq, String author, String member) {
        var who = Map.of("id", author, "kind", "account", "name", RoomDriver.nameOf(author));
        return driver.entry(
                "message.sent.v1",
                room,
                seq,
                Map.of(
                        "author",
                        who,
                        "at",
                        Instant.now().toString(),
                        "text",
                        "@" + member,
                        "ordinal",
                        seq,
                        "mentions",
                        List.of(member)));
    }

    private List<Integer> mentioned(String member, String room) {
        var mentioned = driver.get(driver.agent(member), "/" + room).body().path("mentioned");
        return mentioned.isMissingNode()
                ? List.of()
                : List.of(
                        mentioned.get("newest").asInt(), mentioned.get("unread").asInt());
    }

    private List<String> ids(String member, String query) {
        return driver.get(driver.agent(member), query)
                .body()
                .path("items")
                .valueStream()
                .map(MentionedIT::id)
                .toList();
    }

    private static String id(JsonNode room) {
        return room.get("id").asString();
    }
}

package chat.parlor.gateway.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.FakeRooms;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import chat.parlor.gateway.neighbours.Neighbours;
import chat.parlor.gateway.neighbours.TestSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Conversations that only their keeper and supervisors may read, as sockets hear of them: Ada keeps them, Mona is an
/// administrator, Ben an agent.
@ServiceIT({
    "spring.config.name=gateway-service",
    "parlor.gateway.admission.handshakes=1000",
    "parlor.gateway.news.pause=100ms"
})
class KeptRoomsIT extends GatewayUnderTest {

    private static final String MONA = "a_mona*";

    private final String room = FakeRooms.newRoom();

    @Test
    void colleaguesLoseAConversationOnceAndGetItBackWhole() {
        Neighbours.ROOMS.desk(room, 1, GRACE, "");
        var ada = as(ADA);
        var ben = as(BEN);
        var mona = as(MONA);
        topics.publish(FakeRooms.changed(Neighbours.ROOMS.desk(room, 2, GRACE, "")));
        changed(ben, 2);

        topics.publish(FakeRooms.changed(kept(3)), FakeRooms.changed(kept(4)));

        assertThat(ben.next("room.left").get("room").asString()).isEqualTo(room);
        assertThat(changed(ada, 4).get("assignee").get("id").asString()).isEqualTo(ADA);
        assertThat(changed(mona, 4).get("backroom").asString()).isEqualTo(room + "b");
        ben.settle();
        assertThat(versions(ben)).containsExactly(2L);

        topics.publish(FakeRooms.changed(Neighbours.ROOMS.desk(room, 5, GRACE, ADA)));

        assertThat(changed(ben, 5).get("status").asString()).isEqualTo("assigned");
        assertThat(ben.all("room.left")).hasSize(1);
        mona.settle();
        assertThat(mona.all("room.left")).isEmpty();
        assertThat(ada.all("room.left")).isEmpty();
    }

    @Test
    void whatMayHaveBeenSeenBeforeIsTakenOffTheList() {
        var ben = as(BEN);
        var mona = as(MONA);

        topics.publish(FakeRooms.changed(kept(7)));

        changed(mona, 7);
        assertThat(ben.next("room.left").get("room").asString()).isEqualTo(room);
        ben.settle();
        assertThat(versions(ben)).isEmpty();
    }

    @Test
    void newConversationsAndTheirMessagesAreToldToWhoMayReadThem() {
        var ben = as(BEN);
        var mona = as(MONA);

        topics.publish(
                FakeRooms.created(kept(1)), Neighbours.TIMELINES.store(room, GRACE, "m1", "for Ada and nobody else"));

        mona.await1(frame -> room.equals(id(frame)) && "room.created".equals(type(frame)));
        mona.await1(frame ->
                room.equals(id(frame)) && frame.get("room").path("head").asLong(0) == 1);
        ben.settle();
        assertThat(ben.received()).noneMatch(frame -> room.equals(id(frame)));
    }

    @Test
    void anOpenBackRoomIsClosedForWhoMayNotReadItAnyMore() {
        var back = Neighbours.ROOMS.backRoom(room);
        var ada = as(ADA);
        var ben = as(BEN);
        var mona = as(MONA);
        List.of(ada, ben, mona).forEach(socket -> socket.open(back));

        topics.publish(FakeRooms.changed(keptBack(back)));
        assertThat(ben.next("room.left").get("room").asString()).isEqualTo(back);
        topics.publish(Neighbours.TIMELINES.store(back, ADA, "note", "a note"));

        assertThat(ada.next("message.sent").get("room").asString()).isEqualTo(back);
        mona.next("message.sent");
        ben.settle();
        assertThat(ben.seqs(back)).isEmpty();
        assertThat(ben.open(back).get("code").asString()).isEqualTo("not-a-member");
        assertThat(ada.all("room.left")).isEmpty();
        assertThat(mona.all("room.left")).isEmpty();
    }

    @Test
    void whoMayNotReadItNeitherSignalsNorMarksThere() {
        var back = Neighbours.ROOMS.backRoom(room);
        topics.publish(FakeRooms.changed(keptBack(back)));
        var mona = as(MONA);
        var ben = as(BEN);
        await().until(() -> "not-a-member".equals(ben.open(back).path("code").asString("")));

        for (var socket : List.of(mona, ben)) {
            socket.send("{'type':'typing','ref':'t','room':'%s','on':true}", back)
                    .send("{'type':'viewing','ref':'v','room':'%s','doing':'looking'}", back)
                    .send("{'type':'message.read','ref':'r','room':'%s','seq':1}", back);
        }

        for (var ref : List.of("t", "v", "r")) {
            assertThat(ben.answer(ref).get("code").asString()).isEqualTo("not-a-member");
            assertThat(mona.refusal(ref)).isEqualTo("yes");
        }
    }

    @Test
    void whoMayNotReadTheNoteIsNotToldOfBeingMentioned() {
        var back = Neighbours.ROOMS.backRoom(room);
        topics.publish(FakeRooms.changed(keptBack(back)));
        var ben = as(BEN);
        var mona = as(MONA);
        await().until(() -> "not-a-member".equals(ben.open(back).path("code").asString("")));

        topics.publish(mention(back));

        assertThat(mona.next("mentioned").get("room").asString()).isEqualTo(back);
        ben.settle();
        assertThat(ben.all("mentioned")).isEmpty();
    }

    /// The conversation, which Ada has and keeps.
    private ObjectNode kept(int version) {
        return FakeRooms.kept(Neighbours.ROOMS.desk(room, version, GRACE, ADA), ADA);
    }

    private ObjectNode keptBack(String back) {
        return FakeRooms.kept(
                Neighbours.ROOMS.state(back, "backroom", 2, "write").put("frontroom", room), ADA);
    }

    private static Event mention(String back) {
        return Event.of(
                "message.sent",
                back,
                "message.sent.v1",
                Map.of(
                        "room",
                        back,
                        "epoch",
                        1,
                        "seq",
                        1,
                        "id",
                        "m1",
                        "author",
                        Map.of("id", ADA, "kind", "account", "name", "Ada"),
                        "at",
                        Neighbours.CLOCK.instant().toString(),
                        "text",
                        "@you",
                        "ordinal",
                        1,
                        "mentions",
                        List.of(BEN, "a_mona")));
    }

    private JsonNode changed(TestSocket socket, long version) {
        return socket.await1(frame -> room.equals(id(frame))
                        && frame.get("room").path("version").asLong(0) == version)
                .get("room");
    }

    /// Which of the room's states the socket was told, as they came.
    private List<Long> versions(TestSocket socket) {
        return socket.all("room.changed").stream()
                .filter(frame -> room.equals(id(frame)))
                .map(frame -> frame.get("room").path("version").asLong(0))
                .toList();
    }

    private static String id(JsonNode frame) {
        return frame.path("room").path("id").asString("");
    }

    private static String type(JsonNode frame) {
        return frame.path("type").asString("");
    }
}

package chat.parlor.gateway.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.FakeRooms;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import chat.parlor.gateway.neighbours.Neighbours;
import chat.parlor.gateway.neighbours.TestSocket;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ServiceIT({"spring.config.name=gateway-service", "parlor.gateway.admission.handshakes=1000"})
class ViewingIT extends GatewayUnderTest {

    @Test
    void colleaguesSeeWhoLooksAtAConversationAndWhatTheyWrite() {
        var back = Neighbours.ROOMS.put(FakeRooms.newRoom(), "backroom", 1, "write");
        var ada = as(ADA);
        var ben = as(BEN);
        ada.open(back);
        ben.open(back);

        look(ada, back, "looking");
        var first = seen(ben, "looking");
        look(ada, back, "reply");
        seen(ben, "reply");

        assertThat(first.get("member").asString()).isEqualTo(ADA);
        assertThat(first.get("name").asString()).isEqualTo("ada");
        assertThat(first.get("room").asString()).isEqualTo(back);
        assertThat(ada.all("viewing")).isEmpty();
    }

    @Test
    void theSameTooSoonAgainIsDropped() {
        var back = Neighbours.ROOMS.put(FakeRooms.newRoom(), "backroom", 1, "write");
        var ada = as(ADA);
        var ben = as(BEN);
        ada.open(back);
        ben.open(back);

        look(ada, back, "looking");
        look(ada, back, "looking");
        look(ada, back, "away");

        seen(ben, "away");
        assertThat(ben.all("viewing")).hasSize(2);
    }

    @Test
    void aGuestNeitherSignalsNorSeesIt() {
        var room = FakeRooms.newRoom();
        var back = Neighbours.ROOMS.put(room + "b", "backroom", 1, "write");
        Neighbours.ROOMS.desk(room, 1, GRACE, ADA);
        var ada = as(ADA);
        var grace = as(GRACE);
        ada.open(room);
        ada.open(back);
        grace.open(room);

        look(grace, room, "looking");
        look(grace, back, "looking");
        look(ada, room, "looking");
        look(ada, back, "looking");

        assertThat(grace.answer("v-" + room).get("code").asString()).isEqualTo("not-allowed");
        assertThat(grace.answer("v-" + back).get("code").asString()).isEqualTo("not-a-member");
        assertThat(ada.answer("v-" + room).get("code").asString()).isEqualTo("not-allowed");
        grace.settle();
        assertThat(grace.all("viewing")).isEmpty();
    }

    @Test
    void strangersAndAccountsThatAreNoAgentsAreTurnedAway() {
        var back = Neighbours.ROOMS.put(FakeRooms.newRoom(), "backroom", 1, "write");
        var group = Neighbours.ROOMS.group(ADA);
        var bare = as("a_bare!");
        var ben = as(BEN);

        look(bare, back, "looking");
        look(ben, group, "looking");
        ben.send("{'type':'viewing','ref':'bad','room':'%s','doing':'sleeping'}", back);

        assertThat(bare.answer("v-" + back).get("code").asString()).isEqualTo("not-a-member");
        assertThat(ben.answer("v-" + group).get("code").asString()).isEqualTo("not-a-member");
        assertThat(ben.answer("bad").get("code").asString()).isEqualTo("bad-frame");
    }

    private static JsonNode seen(TestSocket socket, String doing) {
        return socket.await1(frame -> frame.path("type").asString("").equals("viewing")
                && frame.path("doing").asString("").equals(doing));
    }

    private static void look(TestSocket socket, String room, String doing) {
        socket.send("{'type':'viewing','ref':'v-%1$s','room':'%1$s','doing':'%2$s'}", room, doing);
    }
}

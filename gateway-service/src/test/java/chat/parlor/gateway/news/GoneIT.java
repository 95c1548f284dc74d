package chat.parlor.gateway.news;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.FakeRooms;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import chat.parlor.gateway.neighbours.Neighbours;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Rooms and guests that are erased, as sockets hear of it.
@ServiceIT({"spring.config.name=gateway-service", "parlor.gateway.admission.handshakes=1000"})
class GoneIT extends GatewayUnderTest {

    @Test
    void everybodyAtTheDeskIsToldThatAnErasedRoomIsGone() {
        var room = FakeRooms.newRoom();
        Neighbours.ROOMS.desk(room, 1, GRACE, ADA);
        var ada = as(ADA);
        var ben = as(BEN);
        ada.open(room);

        topics.publish(FakeRooms.changed(erased(room)));

        assertThat(ada.next("room.left").get("room").asString()).isEqualTo(room);
        assertThat(ben.next("room.left").get("room").asString()).isEqualTo(room);
        assertThat(ben.all("room.changed")).isEmpty();
    }

    @Test
    void theSocketsOfAnErasedGuestEnd() {
        var guest = as("g_erased");
        var other = as("g_other");

        Neighbours.LOGINS.end("g_erased");

        assertThat(guest.closeCode()).isEqualTo(4401);
        other.settle();
    }

    private static ObjectNode erased(String room) {
        var state = Neighbours.ROOMS.state(room, "guest", 9, "none");
        state.put("name", "-").put("status", "closed").put("backroom", room + "b");
        state.putObject("guest").put("id", GRACE).put("name", "-");
        return state;
    }
}

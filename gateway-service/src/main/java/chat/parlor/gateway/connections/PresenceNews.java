package chat.parlor.gateway.connections;

import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.gateway.delivery.Deliveries;
import chat.parlor.gateway.frame.Frame;
import chat.parlor.gateway.frame.FrameWriter;
import chat.parlor.gateway.frame.ServerFrame;
import chat.parlor.gateway.peer.Peers;
import chat.parlor.gateway.rooms.RoomState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells people who is there: accounts hear of everybody, a guest only of the agent who has its conversation.
@Component
class PresenceNews {

    private final Peers peers;
    private final Deliveries deliveries;
    private final FrameWriter writer;

    PresenceNews(Peers peers, Deliveries deliveries, FrameWriter writer) {
        this.peers = peers;
        this.deliveries = deliveries;
        this.writer = writer;
    }

    /// `presence.changed.v1`, as far as it is read here.
    record PresenceChanged(
            String member, String status, @Nullable Instant lastSeen) {}

    void heard(PresenceChanged changed) {
        var frame =
                writer.write(new ServerFrame.PresenceChanged(changed.member(), changed.status(), changed.lastSeen()));
        peers.accounts().forEach(peer -> peer.send(frame));
        toGuestsOf(changed.member(), frame);
    }

    private void toGuestsOf(String agent, Frame frame) {
        deliveries.toRooms(
                room -> hasConversation(agent, room),
                frame,
                peer -> peer.caller().is(CallerKind.GUEST));
    }

    private static boolean hasConversation(String agent, RoomState room) {
        var assignee = room.assignee();
        return assignee != null && assignee.id().equals(agent) && room.holds(agent);
    }
}

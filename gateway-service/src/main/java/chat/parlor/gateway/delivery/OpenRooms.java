package chat.parlor.gateway.delivery;

import chat.parlor.gateway.frame.ClientFrame.LeaveRoom;
import chat.parlor.gateway.frame.ClientFrame.OpenRoom;
import chat.parlor.gateway.frame.ServerFrame.Failure;
import chat.parlor.gateway.frame.ServerFrame.RoomLeft;
import chat.parlor.gateway.peer.Peer;
import chat.parlor.gateway.rooms.RoomState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rooms one socket has open. Lives on the socket's event loop.
public final class OpenRooms {

    private static final long RETRY_MS = 1_000;

    private final Peer peer;
    private final Deliveries deliveries;
    private final Map<String, Opening> rooms = new HashMap<>();
    private boolean closed;

    OpenRooms(Peer peer, Deliveries deliveries) {
        this.peer = peer;
        this.deliveries = deliveries;
    }

    /// A room as it was asked for, and its flow once the socket may have it.
    private static final class Opening {
        private final OpenRoom asked;
        private final Runnable done;
        private @Nullable Flow flow;
        private boolean answered;

        Opening(OpenRoom asked, Runnable done) {
            this.asked = asked;
            this.done = done;
        }

        void answered() {
            if (!answered) {
                answered = true;
                done.run();
            }
        }
    }

    Peer peer() {
        return peer;
    }

    /// Opens a room, or opens it again in place of the first time.
    ///
    /// @param done runs on the loop once `room.opened` or an error is sent
    public void open(OpenRoom asked, Runnable done) {
        var before = rooms.remove(asked.room());
        if (before != null) {
            supersede(before);
        }
        if (rooms.size() >= deliveries.properties().openRooms()) {
            fail(asked, "too-many", "Rooms open on this socket: " + rooms.size() + ", which is the most", null);
            done.run();
            return;
        }
        var opening = new Opening(asked, done);
        rooms.put(asked.room(), opening);
        deliveries.find(asked.room(), peer, found -> found(opening, found), failure -> unavailable(opening));
    }

    private void supersede(Opening opening) {
        drop(opening);
        if (!opening.answered) {
            fail(opening.asked, "superseded", "The room was left or opened again meanwhile", null);
            opening.answered();
        }
    }

    private void found(Opening opening, Optional<RoomState> room) {
        if (!current(opening)) {
            return;
        }
        if (room.isEmpty() || !room.get().readableBy(peer.caller())) {
            refuse(opening, "not-a-member", "You are not a member of this room", null);
            return;
        }
        var flow = deliveries.flow(this, opening.asked.room());
        opening.flow = flow;
        // Only now: a room that changed since it was looked up has told every flow there was, this one or its state.
        if (!deliveries.newest(room.get()).readableBy(peer.caller())) {
            refuse(opening, "not-a-member", "You are not a member of this room", null);
            return;
        }
        deliveries.begin(flow, opening.asked, page -> begin(opening, page), failure -> unavailable(opening));
    }

    private void begin(Opening opening, Page page) {
        var flow = opening.flow;
        if (current(opening) && flow != null) {
            flow.open(opening.asked.ref(), page);
            opening.answered();
        }
    }

    private void unavailable(Opening opening) {
        if (current(opening)) {
            refuse(opening, "unavailable", "The room cannot be read just now", RETRY_MS);
        }
    }

    private void refuse(Opening opening, String code, String message, @Nullable Long retryAfterMs) {
        rooms.remove(opening.asked.room());
        drop(opening);
        fail(opening.asked, code, message, retryAfterMs);
        opening.answered();
    }

    private boolean current(Opening opening) {
        return !closed && rooms.get(opening.asked.room()) == opening;
    }

    private void fail(OpenRoom asked, String code, String message, @Nullable Long retryAfterMs) {
        var failure = new Failure(asked.ref(), code, message, retryAfterMs, asked.room(), null);
        peer.answer(deliveries.writer().write(failure));
    }

    /// Ends the flow of a room; leaving what is not open is answered the same.
    public void leave(LeaveRoom asked) {
        var opening = rooms.remove(asked.room());
        if (opening != null) {
            supersede(opening);
        }
        peer.answer(deliveries.writer().write(new RoomLeft(asked.ref(), asked.room())));
    }

    /// Ends the flow because the member may no longer read the room, and says so.
    void expel(String room) {
        var opening = rooms.get(room);
        if (opening != null && !opening.answered) {
            refuse(opening, "not-a-member", "You are not a member of this room", null);
        } else if (opening != null) {
            rooms.remove(room);
            drop(opening);
        }
        peer.send(deliveries.writer().write(new RoomLeft(null, room)));
    }

    /// Where the open rooms stand.
    public Map<String, Long> heads() {
        var heads = new HashMap<String, Long>();
        rooms.forEach((room, opening) -> {
            var flow = opening.flow;
            if (flow != null && opening.answered) {
                heads.put(room, flow.head());
            }
        });
        return heads;
    }

    /// Ends everything: the socket is gone.
    public void close() {
        closed = true;
        List.copyOf(rooms.values()).forEach(this::drop);
        rooms.clear();
        deliveries.detach(this);
    }

    private void drop(Opening opening) {
        if (opening.flow != null) {
            opening.flow.end();
        }
    }
}

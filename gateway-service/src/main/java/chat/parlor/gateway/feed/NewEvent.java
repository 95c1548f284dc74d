package chat.parlor.gateway.feed;

import chat.parlor.gateway.feed.Heard.Named;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What goes out, before it has a position. Described in `docs/protocol/events.md`.
///
/// @param id the same however often it is told
/// @param type `message.sent`, `message.edited`, `message.deleted` or `room.changed`
/// @param data a [Heard.Entry], or a [RoomChange]
record NewEvent(String id, String type, Instant at, Object data) {

    static NewEvent message(String type, Heard.Entry entry) {
        var id = "e_%s_%d_%d".formatted(entry.room(), entry.epoch(), entry.seq());
        return new NewEvent(id, type, entry.at(), entry);
    }

    static NewEvent change(Heard.Room room) {
        var change = new RoomChange(
                room.id(), room.version(), Objects.requireNonNull(room.status()), room.assignee(), room.guest());
        return new NewEvent("e_%s_v%d".formatted(room.id(), room.version()), "room.changed", room.at(), change);
    }

    /// The status or the assignee of a guest's room changed.
    record RoomChange(
            String room,
            long version,
            String status,
            @Nullable Named assignee,
            @Nullable Named guest) {}
}

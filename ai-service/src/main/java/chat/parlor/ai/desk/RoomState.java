package chat.parlor.ai.desk;

import org.jspecify.annotations.Nullable;

/// A room as room-service announces it, as far as the bot reads it: `room.created.v1`, `room.state.v1`, and the answer
/// to a lookup. Schemas: `docs/contracts/room`.
record RoomState(
        String id,
        long version,
        String kind,
        @Nullable String status,
        @Nullable Guest guest,
        long fence) {

    record Guest(String name) {}

    /// Whether the bot may ever speak here.
    boolean ofGuest() {
        return "guest".equals(kind) && status != null && guest != null;
    }

    /// Empty where there is no guest.
    String guestName() {
        return guest == null ? "" : guest.name();
    }
}

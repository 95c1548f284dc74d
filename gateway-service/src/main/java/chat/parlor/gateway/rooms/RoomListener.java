package chat.parlor.gateway.rooms;

import org.jspecify.annotations.Nullable;

/// Hears of rooms as they change. Called in the loop's thread, in order per room; must not block.
public interface RoomListener {

    /// A room came to be. May be called again for the same room.
    default void created(RoomState room) {}

    /// A room changed.
    ///
    /// @param before what was known of it, when anything was
    default void changed(@Nullable RoomState before, RoomState room) {}
}

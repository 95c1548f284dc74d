package chat.parlor.room.queue;

import chat.parlor.room.domain.Room;
import org.jspecify.annotations.Nullable;

/// A guest in line.
///
/// @param returnedBy the agent who had the conversation since it got its place, and gave it back; null when none did
public record Next(Room room, @Nullable String returnedBy) {}

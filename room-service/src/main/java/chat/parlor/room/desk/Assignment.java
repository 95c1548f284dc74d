package chat.parlor.room.desk;

import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.Room;

/// A guest who waits, and the agent who shall have the conversation.
///
/// @param room locked by whoever makes this
public record Assignment(Room room, Named agent) {}

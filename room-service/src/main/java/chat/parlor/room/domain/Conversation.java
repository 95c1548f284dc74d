package chat.parlor.room.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whose turn it is in a guest room.
///
/// @param status where it stands
/// @param assignee the agent who has it, or had it when it was resolved or closed
/// @param fence grows when the voice of the room changes; a bot that writes with an old one is refused
/// @param queuedAt its place in the queue, kept while an agent has it so that it can return there
/// @param endAskedAt since when the guest waits for the agent to let it end; only while an agent has it
/// @param snoozedUntil until when that agent has put it aside; null while it is not
public record Conversation(
        RoomStatus status,
        @Nullable Named assignee,
        long fence,
        @Nullable Instant queuedAt,
        @Nullable Instant endAskedAt,
        @Nullable Instant snoozedUntil) {

    /// A conversation nobody has asked to end.
    public Conversation(RoomStatus status, @Nullable Named assignee, long fence, @Nullable Instant queuedAt) {
        this(status, assignee, fence, queuedAt, null, null);
    }

    /// A conversation that has just begun.
    public static Conversation begun() {
        return new Conversation(RoomStatus.OPEN, null, 0, null);
    }

    /// The same conversation, which the guest has asked to end at that time; null when that is over.
    /// Either way it is not put aside any more.
    public Conversation endAsked(@Nullable Instant at) {
        return new Conversation(status, assignee, fence, queuedAt, at, null);
    }

    /// The same conversation, put aside until that time; null when it is not any more.
    public Conversation snoozed(@Nullable Instant until) {
        return new Conversation(status, assignee, fence, queuedAt, endAskedAt, until);
    }

    /// The same conversation with its agent under another name.
    public Conversation withAssignee(Named renamed) {
        return new Conversation(status, renamed, fence, queuedAt, endAskedAt, snoozedUntil);
    }

    /// Whether `account` has the conversation now.
    public boolean isWith(String account) {
        return status == RoomStatus.ASSIGNED
                && assignee != null
                && assignee.id().equals(account);
    }
}

package chat.parlor.room.desk;

import chat.parlor.room.domain.Conversation;

/// What a command does to a conversation.
sealed interface Outcome {

    /// A new state, and the fact that tells of it.
    record Changed(Conversation next, DeskFact fact) implements Outcome {}

    /// Nothing: it is so already.
    record Unchanged() implements Outcome {}

    /// It cannot be.
    record Refused(DeskRefusal refusal) implements Outcome {}
}

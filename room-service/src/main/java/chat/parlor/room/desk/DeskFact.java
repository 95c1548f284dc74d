package chat.parlor.room.desk;

import chat.parlor.room.domain.Named;

/// What came of a command.
sealed interface DeskFact {

    /// It waits for an agent.
    record HandedOff() implements DeskFact {}

    /// An agent took it, or was given it from the queue.
    record Assigned(Named agent) implements DeskFact {}

    /// It went from one agent to another.
    record Transferred(Named agent) implements DeskFact {}

    /// It went back to its place in the queue.
    record Released(Named agent) implements DeskFact {}

    /// It is done.
    record Resolved() implements DeskFact {}

    /// It is over.
    record Closed() implements DeskFact {}

    /// The guest wants it to be over, and waits for the agent's answer.
    record EndAsked() implements DeskFact {}

    /// The agent goes on.
    record EndDeclined() implements DeskFact {}

    /// It waits again, at the end of the queue.
    record Reopened() implements DeskFact {}
}

package chat.parlor.room.desk;

import chat.parlor.room.domain.Named;

/// What came of a command.
sealed interface DeskFact {

    /// What the timeline tells of.
    sealed interface Told extends DeskFact {}

    /// It waits for an agent.
    record HandedOff() implements Told {}

    /// An agent took it, or was given it from the queue.
    record Assigned(Named agent) implements Told {}

    /// It went from one agent to another.
    record Transferred(Named agent) implements Told {}

    /// It went back to its place in the queue.
    record Released(Named agent) implements Told {}

    /// It is done.
    record Resolved() implements Told {}

    /// It is over.
    record Closed() implements Told {}

    /// The guest wants it to be over, and waits for the agent's answer.
    record EndAsked() implements Told {}

    /// The agent goes on.
    record EndDeclined() implements Told {}

    /// It is put aside.
    record Snoozed() implements DeskFact {}

    /// It is not put aside any more.
    record Woken() implements DeskFact {}

    /// It waits again, at the end of the queue.
    record Reopened() implements Told {}
}

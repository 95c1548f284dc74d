package chat.parlor.room.desk;

import chat.parlor.room.domain.Named;
import java.time.Instant;

/// What can be asked of a conversation.
sealed interface DeskCommand {

    /// A person is wanted.
    record HandOff() implements DeskCommand {}

    /// An agent takes it.
    record Claim(Named agent) implements DeskCommand {}

    /// It goes to an agent.
    record Transfer(Named agent) implements DeskCommand {}

    /// It goes back to the queue.
    record GiveBack() implements DeskCommand {}

    /// It is done.
    record Resolve() implements DeskCommand {}

    /// It is over.
    record Close() implements DeskCommand {}

    /// The guest wants it to be over.
    record AskEnd() implements DeskCommand {}

    /// The agent goes on, though the guest wants it to be over.
    record DeclineEnd() implements DeskCommand {}

    /// It begins again.
    record Reopen() implements DeskCommand {}

    /// The agent puts it aside.
    record Snooze(Instant until) implements DeskCommand {}

    /// The agent takes it up again before its time.
    record Wake() implements DeskCommand {}

    /// Time has passed.
    record Tick() implements DeskCommand {}

    /// The guest wrote.
    ///
    /// @param agentAway whether the agent who has it is gone
    record Hear(boolean agentAway) implements DeskCommand {}

    /// An agent's last connection is gone.
    ///
    /// @param answered whether the newest message is the agent's
    record Leave(String agent, boolean answered) implements DeskCommand {}
}

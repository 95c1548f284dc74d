package chat.parlor.gateway.commands;

import chat.parlor.gateway.delivery.TimelineFact.EntryFact;
import chat.parlor.gateway.frame.Frame;
import org.jspecify.annotations.Nullable;

/// How a command ended, as far as this node knows.
public sealed interface Outcome {

    /// It is stored.
    ///
    /// @param frame the entry as clients get it
    /// @param repeated whether an earlier command with the same id stored it
    record Stored(EntryFact entry, Frame frame, boolean repeated) implements Outcome {}

    /// It changed nothing, and why.
    record Refused(String code, String message, @Nullable Long retryAfterMs) implements Outcome {}

    /// No answer came in time: it may be stored, now or later. Repeating it by the same id is safe.
    record Unknown() implements Outcome {}
}

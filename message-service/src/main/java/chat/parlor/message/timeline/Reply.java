package chat.parlor.message.timeline;

/// What became of a command.
public sealed interface Reply {

    /// It is an entry.
    ///
    /// @param entry as it is to be announced
    /// @param ordinal how many messages the room has up to and including it
    /// @param fresh whether it has to be stored; else it already was, by the same command sent earlier
    record Entered(Entry entry, long ordinal, boolean fresh) implements Reply {}

    /// It changed nothing, and its author is told why.
    record Refused(Refusal refusal) implements Reply {}

    /// A read mark is to be at least here.
    ///
    /// @param seq everything up to it is read
    /// @param ordinal how many messages that is
    record Marked(long seq, long ordinal) implements Reply {}

    /// Nobody waits for an answer, and there is nothing to do: a read mark by somebody who may not read, or before
    /// the first entry.
    record Ignored() implements Reply {}

    /// It cannot be decided before room-service was asked about the room.
    record Doubtful() implements Reply {}
}

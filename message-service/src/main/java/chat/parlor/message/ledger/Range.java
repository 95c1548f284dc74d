package chat.parlor.message.ledger;

/// Which part of a timeline.
public sealed interface Range {

    /// Stands for whichever epoch the timeline has.
    long PRESENT_EPOCH = 0;

    /// The first entries after a place.
    record After(long seq, int limit) implements Range {}

    /// The last entries before a place.
    record Before(long seq, int limit) implements Range {}

    /// The newest entries.
    record Newest(int limit) implements Range {}

    /// Every entry after a place of the same epoch if they are not more than `most`, else the newest.
    ///
    /// @param epoch the place's; [#PRESENT_EPOCH] when whoever asks has not kept it
    record Missed(long epoch, long seq, int most, int newest) implements Range {}
}

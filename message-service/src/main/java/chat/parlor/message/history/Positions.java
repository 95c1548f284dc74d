package chat.parlor.message.history;

/// Bounds of what a caller can name as a place in a timeline.
final class Positions {

    /// Far beyond every timeline, and safe to add a page to. The greatest integer every JSON reader keeps exact.
    static final long HIGHEST = (1L << 53) - 1;

    private Positions() {}
}

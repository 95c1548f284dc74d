package chat.parlor.gateway.feed;

/// What the feed holds: the events behind `trimmed` up to `head`.
record Bounds(long trimmed, long head) {

    /// Fails unless everything behind `position` is there, and `position` itself was.
    void require(long position) {
        if (position < trimmed) {
            throw new FeedRefusal.TooOld(this);
        }
        if (position > head) {
            throw new FeedRefusal.Ahead(this);
        }
    }
}

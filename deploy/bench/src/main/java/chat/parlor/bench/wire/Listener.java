package chat.parlor.bench.wire;

/// What happens on sockets; called on their event loop. `now` is [System#nanoTime] as the frame came.
public interface Listener {
    /// The server knows who we are.
    default void ready(Link link) {}

    /// The room is open and what was missed has been told.
    default void opened(Link link) {}

    /// A message of this socket is stored.
    default void acknowledged(Link link, long number, long now) {}

    /// A message came.
    default void delivered(Link link, long number, long now) {}

    /// The server refused something, in its own words.
    default void refused(Link link, String words) {}

    /// The socket is gone, or could not be had.
    default void closed(Link link) {}
}

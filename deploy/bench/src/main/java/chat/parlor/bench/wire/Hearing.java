package chat.parlor.bench.wire;

/// What a [Dialect] found in a frame.
public interface Hearing {
    /// The server knows who we are.
    void ready();

    /// The room is open; everything missed was in the same frame.
    void opened();

    /// A message of ours is stored.
    void acknowledged(long number);

    /// A message of the room.
    void delivered(long number);

    /// How far the room has come with this frame.
    void reached(Position position);

    /// How far the socket has come, as it was told before.
    Position position();

    /// The server wants to hear this now.
    void answer(String frame);

    /// The server does not do what it was asked.
    void refused(String frame);
}

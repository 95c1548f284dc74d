package chat.parlor.bench.wire;

/// How far a socket has come in its room, in the terms of whatever it is connected to.
///
/// @param epoch the life of the room's timeline; 0 where there is no such thing
/// @param seq the last entry seen
public record Position(long epoch, long seq) {
    /// Before anything was seen.
    public static final Position NONE = new Position(-1, -1);

    /// Whether something was seen, so that there is something to go on from.
    public boolean isKnown() {
        return seq >= 0;
    }
}

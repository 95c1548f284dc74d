package chat.parlor.guarantees;

/// One breach of the promise.
///
/// @param kind what kind of breach
/// @param room where
/// @param what in words: what it was and what was wanted
public record Violation(Kind kind, String room, String what) {
    /// The kinds of breaches.
    public enum Kind {
        /// It was acknowledged and is not there, or a stream ended without it.
        LOST,
        /// It is there more than once.
        DOUBLED,
        /// It is there at another place than it must be.
        REORDERED,
        /// Two members see different things at the same place.
        DIFFERENT
    }

    @Override
    public String toString() {
        return kind + " " + room + ": " + what;
    }
}

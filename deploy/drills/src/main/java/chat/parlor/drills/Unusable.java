package chat.parlor.drills;

/// A drill cannot be run like this; the message says in one line why.
final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
        super(message, null, false, false);
    }
}

package chat.parlor.drills.stack;

/// Parlor did not do what it should; the message says in one line what.
public final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what was expected and what came
    public Unexpected(String message) {
        super(message, null, false, false);
    }
}

package chat.parlor.bench.client;

/// Parlor did not answer as its protocol says; the message says in one line how.
public final class Unexpected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// @param message what was expected and what came
    public Unexpected(String message) {
        super(message, null, false, false);
    }
}

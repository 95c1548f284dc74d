package chat.parlor.message.storage;

/// Files cannot be kept as configured, and waiting will not help.
final class StorageUnusable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// @param what was found and what to do about it
    StorageUnusable(String what) {
        super("parlor.message.attachments.storage: " + what);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

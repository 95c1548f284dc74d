package chat.parlor.local.refusal;

/// Why the launcher does not go on, in one line for a person, with the exit code a script can tell it by.
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String message;

    /// @param reason what kind of refusal this is
    /// @param message one line: what it was and how to mend it
    public Refused(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
        this.message = message;
    }

    /// What kind of refusal this is.
    public Reason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /// The kinds of refusal and their exit codes, which are API.
    public enum Reason {
        /// Something failed while starting; the log says more.
        FAILED(1),
        /// The command line was not understood.
        USAGE(2),
        /// A port is taken by somebody else.
        PORT_IN_USE(3),
        /// The data folder was written by another version.
        OTHER_VERSION(4),
        /// The data folder cannot be written.
        NO_PERMISSION(5),
        /// Parlor already runs on this data folder.
        ALREADY_RUNNING(6),
        /// Something that must be installed is missing.
        MISSING_TOOL(7);

        private final int exitCode;

        Reason(int exitCode) {
            this.exitCode = exitCode;
        }

        /// The exit code of the process.
        public int exitCode() {
            return exitCode;
        }
    }
}

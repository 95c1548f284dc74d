package chat.parlor.room.summary;

import chat.parlor.chassis.problem.Refusal;

/// Why summaries are not shown.
abstract sealed class SummaryRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private SummaryRefusal(String message) {
        super(message);
    }

    /// The caller does not answer guests.
    static final class NotAllowed extends SummaryRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super("Only agents see summaries");
        }
    }

    /// The room has no guest.
    static final class NoGuest extends SummaryRefusal {
        private static final long serialVersionUID = 1L;

        NoGuest() {
            super("Only guest rooms have summaries");
        }
    }
}

package chat.parlor.message.history;

import chat.parlor.chassis.problem.Refusal;

/// Why a page of a timeline is not given.
public abstract sealed class HistoryRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private HistoryRefusal(String message) {
        super(message);
    }

    /// Not the caller's room, or no room at all: one answer for both.
    public static final class NotAMember extends HistoryRefusal {
        private static final long serialVersionUID = 1L;

        NotAMember() {
            super("You are not a member of this room");
        }
    }

    /// A parameter is out of range.
    public static final class BadPosition extends HistoryRefusal {
        private static final long serialVersionUID = 1L;

        BadPosition(String message) {
            super(message);
        }
    }
}

package chat.parlor.room.holds;

import chat.parlor.chassis.problem.Refusal;

/// Why a hold is neither put on nor lifted.
abstract sealed class HoldRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private HoldRefusal(String message) {
        super(message);
    }

    /// The caller's role does not include it.
    static final class NotAllowed extends HoldRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super("Only supervisors and administrators put conversations on hold");
        }
    }

    /// A hold on what the room does not have.
    static final class NotHere extends HoldRefusal {
        private static final long serialVersionUID = 1L;

        NotHere(String what) {
            super(what);
        }
    }

    /// There is no such sort of hold.
    static final class Unknown extends HoldRefusal {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("expected: room or guest");
        }
    }
}

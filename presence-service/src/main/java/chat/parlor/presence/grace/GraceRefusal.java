package chat.parlor.presence.grace;

import chat.parlor.chassis.problem.Refusal;

/// Why the grace period is not shown or changed.
abstract sealed class GraceRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private GraceRefusal(String message) {
        super(message);
    }

    /// The caller keeps no settings.
    static final class NotAllowed extends GraceRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super("Only administrators do this");
        }
    }

    /// It is no period, or too long.
    static final class OutOfBounds extends GraceRefusal {
        private static final long serialVersionUID = 1L;

        OutOfBounds() {
            super("The grace period is out of bounds");
        }
    }
}

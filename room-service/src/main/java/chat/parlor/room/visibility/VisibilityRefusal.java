package chat.parlor.room.visibility;

import chat.parlor.chassis.problem.Refusal;

/// Why the visibility of conversations is not shown or changed.
abstract sealed class VisibilityRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private VisibilityRefusal(String message) {
        super(message);
    }

    /// The caller keeps no settings.
    static final class NotAllowed extends VisibilityRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super("Only administrators do this");
        }
    }

    /// There is no such scope.
    static final class Unknown extends VisibilityRefusal {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("Agents see all or own");
        }
    }
}

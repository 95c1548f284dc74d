package chat.parlor.room.routing;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why routing is not shown or changed.
abstract sealed class RoutingRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private RoutingRefusal(String message) {
        super(message);
    }

    /// What arrived makes no sense.
    static final class Invalid extends RoutingRefusal {
        private static final long serialVersionUID = 1L;
        private final transient List<FieldError> errors;

        Invalid(List<FieldError> errors) {
            super("Some fields are not as wanted");
            this.errors = List.copyOf(errors);
        }

        List<FieldError> errors() {
            return errors;
        }
    }

    /// The caller keeps no settings.
    static final class NotAllowed extends RoutingRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super("Only administrators do this");
        }
    }

    /// There is no such agent.
    static final class UnknownAgent extends RoutingRefusal {
        private static final long serialVersionUID = 1L;

        UnknownAgent() {
            super("There is no account with this id that can be given conversations");
        }
    }
}

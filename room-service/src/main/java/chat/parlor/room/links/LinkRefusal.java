package chat.parlor.room.links;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why links are not shown or not changed.
abstract sealed class LinkRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private LinkRefusal(String message) {
        super(message);
    }

    /// Fields that make no sense.
    static final class Invalid extends LinkRefusal {
        private static final long serialVersionUID = 1L;
        private final transient List<FieldError> errors;

        Invalid(List<FieldError> errors) {
            super("Some fields make no sense");
            this.errors = List.copyOf(errors);
        }

        List<FieldError> errors() {
            return errors;
        }
    }

    /// The caller's role does not include it.
    static final class NotAllowed extends LinkRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed(String wanted) {
            super(wanted);
        }
    }

    /// The room has no guest.
    static final class NoGuest extends LinkRefusal {
        private static final long serialVersionUID = 1L;

        NoGuest() {
            super("Only guest rooms have links to the CRM");
        }
    }
}

package chat.parlor.room.reports;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why a report is not given.
abstract sealed class ReportRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private ReportRefusal(String message) {
        super(message);
    }

    /// Parameters that make no sense.
    static final class Invalid extends ReportRefusal {
        private static final long serialVersionUID = 1L;
        private final transient List<FieldError> errors;

        Invalid(List<FieldError> errors) {
            super("The period makes no sense");
            this.errors = List.copyOf(errors);
        }

        List<FieldError> errors() {
            return errors;
        }
    }

    /// The caller oversees nobody.
    static final class NotAllowed extends ReportRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super("Only supervisors see reports");
        }
    }
}

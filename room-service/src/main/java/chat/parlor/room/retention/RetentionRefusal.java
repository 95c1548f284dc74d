package chat.parlor.room.retention;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why a policy is neither shown nor changed.
abstract sealed class RetentionRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private RetentionRefusal(String message) {
        super(message);
    }

    /// Days that make no sense.
    static final class Invalid extends RetentionRefusal {
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
    static final class NotAllowed extends RetentionRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super("Only administrators say how long conversations are kept");
        }
    }
}

package chat.parlor.guest.admission;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.time.Duration;
import java.util.List;

/// Why a form does not make a guest.
public abstract sealed class AdmissionRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private AdmissionRefusal(String message) {
        super(message);
    }

    /// Some fields of the form need another look.
    public static final class InvalidForm extends AdmissionRefusal {
        private static final long serialVersionUID = 1L;
        private final transient List<FieldError> errors;

        InvalidForm(List<FieldError> errors) {
            super("Some fields need another look.");
            this.errors = List.copyOf(errors);
        }

        /// One for each refused field, in the order of the form.
        public List<FieldError> errors() {
            return errors;
        }
    }

    /// The address has started as many conversations as it may for now.
    public static final class TooManyStarts extends AdmissionRefusal {
        private static final long serialVersionUID = 1L;
        private final Duration retryAfter;

        TooManyStarts(Duration retryAfter) {
            super("Too many conversations were started from your network. Please try again later.");
            this.retryAfter = retryAfter;
        }

        /// How long until the next start is granted.
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /// The master switch is off.
    public static final class ChatDisabled extends AdmissionRefusal {
        private static final long serialVersionUID = 1L;

        ChatDisabled() {
            super("The chat is switched off at the moment.");
        }
    }
}

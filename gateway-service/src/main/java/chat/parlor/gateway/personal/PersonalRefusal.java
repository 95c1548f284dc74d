package chat.parlor.gateway.personal;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why settings of a person are not taken.
abstract sealed class PersonalRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private PersonalRefusal(String message) {
        super(message);
    }

    /// Fields that do not fit.
    static final class Invalid extends PersonalRefusal {
        private static final long serialVersionUID = 1L;
        private final transient List<FieldError> errors;

        Invalid(List<FieldError> errors) {
            super("Some fields need another look");
            this.errors = List.copyOf(errors);
        }

        List<FieldError> errors() {
            return errors;
        }
    }

    /// They were changed since they were read, in another tab or on another device.
    static final class Changed extends PersonalRefusal {
        private static final long serialVersionUID = 1L;
        private final transient PersonalSettings current;

        Changed(PersonalSettings current) {
            super("The settings were changed elsewhere; they are now at version " + current.version());
            this.current = current;
        }

        PersonalSettings current() {
            return current;
        }
    }
}

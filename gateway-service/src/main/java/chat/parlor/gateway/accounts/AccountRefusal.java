package chat.parlor.gateway.accounts;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why an account cannot be created or listed.
public abstract sealed class AccountRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private AccountRefusal(String message) {
        super(message);
    }

    /// Fields that do not fit.
    static final class Invalid extends AccountRefusal {
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

    /// Somebody else has the e-mail.
    static final class EmailTaken extends AccountRefusal {
        private static final long serialVersionUID = 1L;

        EmailTaken() {
            super("An account with this e-mail exists");
        }
    }
}

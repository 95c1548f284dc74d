package chat.parlor.gateway.accounts;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why an account cannot be created, changed or listed.
public abstract sealed class AccountRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private AccountRefusal(String message) {
        super(message);
    }

    /// Refuses when a field does not fit.
    public static void failOn(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
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

    /// There is no account of that id.
    static final class Unknown extends AccountRefusal {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("Nobody has this account");
        }
    }

    /// Nobody could administrate any more.
    static final class LastAdministrator extends AccountRefusal {
        private static final long serialVersionUID = 1L;

        LastAdministrator() {
            super("This is the last administrator who can sign in; make somebody else one first");
        }
    }

    /// The account may not sign in.
    static final class Disabled extends AccountRefusal {
        private static final long serialVersionUID = 1L;

        Disabled() {
            super("Enable the account first");
        }
    }
}

package chat.parlor.gateway.sessions;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.time.Duration;
import java.util.List;

/// Why somebody cannot sign in.
abstract sealed class SessionRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private SessionRefusal(String message) {
        super(message);
    }

    /// Fields that are missing.
    static final class Invalid extends SessionRefusal {
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

    /// No such account, the wrong password, or an account that is disabled: one answer for all.
    static final class BadCredentials extends SessionRefusal {
        private static final long serialVersionUID = 1L;

        BadCredentials() {
            super("The e-mail or the password is wrong");
        }
    }

    /// Too many wrong passwords for the account or from the address.
    static final class TooMany extends SessionRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Duration retryAfter;

        TooMany(Duration retryAfter) {
            super("Too many attempts; wait a little");
            this.retryAfter = retryAfter;
        }

        Duration retryAfter() {
            return retryAfter;
        }
    }
}

package chat.parlor.gateway.apikeys;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why a key is not made, changed or found.
abstract sealed class ApiKeyRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private ApiKeyRefusal(String message) {
        super(message);
    }

    /// Fields that do not fit.
    static final class Invalid extends ApiKeyRefusal {
        private static final long serialVersionUID = 1L;
        private final transient List<FieldError> errors;

        Invalid(List<FieldError> errors) {
            super("Some fields need another look");
            this.errors = List.copyOf(errors);
        }

        static Invalid of(String field, String wanted) {
            return new Invalid(List.of(new FieldError(field, wanted)));
        }

        List<FieldError> errors() {
            return errors;
        }
    }

    /// There is no such key, or it was revoked.
    static final class Unknown extends ApiKeyRefusal {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("There is no such key any more");
        }
    }

    /// It stopped counting by itself; a new secret would not count either.
    static final class Expired extends ApiKeyRefusal {
        private static final long serialVersionUID = 1L;

        Expired() {
            super("The key is too old; make a new one");
        }
    }

    /// There are as many keys as may be.
    static final class Full extends ApiKeyRefusal {
        private static final long serialVersionUID = 1L;

        Full(int most) {
            super("There are " + most + " keys already; revoke some of them first");
        }
    }
}

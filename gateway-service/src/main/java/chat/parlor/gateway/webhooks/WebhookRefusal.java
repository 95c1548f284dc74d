package chat.parlor.gateway.webhooks;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why a webhook is not as wanted.
abstract sealed class WebhookRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private WebhookRefusal(String message) {
        super(message);
    }

    /// Fields that do not fit.
    static final class Invalid extends WebhookRefusal {
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

    /// There is no such webhook.
    static final class Unknown extends WebhookRefusal {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("There is no such webhook any more");
        }
    }

    /// There is no such delivery, or it still waits.
    static final class NotOver extends WebhookRefusal {
        private static final long serialVersionUID = 1L;

        NotOver() {
            super("There is no such delivery that is over");
        }
    }

    /// There are as many webhooks as may be.
    static final class Full extends WebhookRefusal {
        private static final long serialVersionUID = 1L;

        Full(int most) {
            super("There are " + most + " webhooks already; remove some of them first");
        }
    }
}

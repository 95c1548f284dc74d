package chat.parlor.guest.settings;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why settings are not shown or not saved.
abstract sealed class SettingsRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private SettingsRefusal(String message) {
        super(message);
    }

    /// Only administrators see and change settings.
    static final class NotAdministrator extends SettingsRefusal {
        private static final long serialVersionUID = 1L;

        NotAdministrator() {
            super("Only an administrator may do this.");
        }
    }

    /// Some fields hold what they may not.
    static final class Invalid extends SettingsRefusal {
        private static final long serialVersionUID = 1L;
        private final transient List<FieldError> errors;

        Invalid(List<FieldError> errors) {
            super("Some settings need another look.");
            this.errors = List.copyOf(errors);
        }

        List<FieldError> errors() {
            return errors;
        }
    }
}

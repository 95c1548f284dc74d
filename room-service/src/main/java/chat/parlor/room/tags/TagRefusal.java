package chat.parlor.room.tags;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why tags are not shown or not changed.
abstract sealed class TagRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private TagRefusal(String message) {
        super(message);
    }

    /// Fields that make no sense.
    static final class Invalid extends TagRefusal {
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
    static final class NotAllowed extends TagRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed(String wanted) {
            super(wanted);
        }
    }

    /// There is no such tag.
    static final class Unknown extends TagRefusal {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("There is no such tag");
        }
    }

    /// Another tag has this name.
    static final class NameTaken extends TagRefusal {
        private static final long serialVersionUID = 1L;

        NameTaken(String name) {
            super("There is a tag called " + name + " already");
        }
    }

    /// No place for another one.
    static final class TooMany extends TagRefusal {
        private static final long serialVersionUID = 1L;

        TooMany(int most) {
            super("expected: at most " + most + " tags");
        }
    }

    /// The room has no guest.
    static final class NoGuest extends TagRefusal {
        private static final long serialVersionUID = 1L;

        NoGuest() {
            super("Only guest rooms have tags");
        }
    }
}

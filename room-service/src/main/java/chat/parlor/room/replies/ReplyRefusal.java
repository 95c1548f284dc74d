package chat.parlor.room.replies;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why quick replies are not shown or not changed.
abstract sealed class ReplyRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private ReplyRefusal(String message) {
        super(message);
    }

    /// Fields that make no sense.
    static final class Invalid extends ReplyRefusal {
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
    static final class NotAllowed extends ReplyRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed(String wanted) {
            super(wanted);
        }
    }

    /// There is none with that id, or it is somebody else's: the two are not told apart.
    static final class Unknown extends ReplyRefusal {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("There is no such quick reply");
        }
    }

    /// The shortcut belongs to another reply of the same owner.
    static final class ShortcutTaken extends ReplyRefusal {
        private static final long serialVersionUID = 1L;

        ShortcutTaken(String shortcut) {
            super("/" + shortcut + " is taken by another quick reply");
        }
    }

    /// It was changed since it was read.
    static final class Changed extends ReplyRefusal {
        private static final long serialVersionUID = 1L;
        private final transient QuickReply now;

        Changed(QuickReply now) {
            super("The quick reply was changed meanwhile");
            this.now = now;
        }

        QuickReply now() {
            return now;
        }
    }

    /// No place for another one.
    static final class TooMany extends ReplyRefusal {
        private static final long serialVersionUID = 1L;

        TooMany(int most) {
            super("There are " + most + " quick replies, the most there can be");
        }
    }
}

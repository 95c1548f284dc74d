package chat.parlor.room.inbox;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why a list of rooms is not given.
abstract sealed class InboxRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private InboxRefusal(String message) {
        super(message);
    }

    /// Parameters that make no sense.
    static final class BadQuery extends InboxRefusal {
        private static final long serialVersionUID = 1L;
        private final transient List<FieldError> errors;

        BadQuery(List<FieldError> errors) {
            super("The query makes no sense");
            this.errors = List.copyOf(errors);
        }

        List<FieldError> errors() {
            return errors;
        }
    }

    /// Somebody who can have no rooms.
    static final class NoInbox extends InboxRefusal {
        private static final long serialVersionUID = 1L;

        NoInbox() {
            super("Only accounts and guests have rooms");
        }
    }
}

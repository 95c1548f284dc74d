package chat.parlor.message.search;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why nothing is searched.
public abstract sealed class SearchRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private SearchRefusal(String message) {
        super(message);
    }

    /// Not the caller's room, or no room at all: one answer for both.
    public static final class NotAMember extends SearchRefusal {
        private static final long serialVersionUID = 1L;

        NotAMember() {
            super("You are not a member of this room");
        }
    }

    /// Only people with an account have more than one room to search.
    public static final class NotAllowed extends SearchRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super("Search in your room");
        }
    }

    /// The question makes no sense.
    public static final class BadQuery extends SearchRefusal {
        private static final long serialVersionUID = 1L;

        private final transient List<FieldError> errors;

        BadQuery(List<FieldError> errors) {
            super("The search cannot be understood");
            this.errors = List.copyOf(errors);
        }

        List<FieldError> errors() {
            return errors;
        }
    }

    /// It would cost too much.
    public static final class TookTooLong extends SearchRefusal {
        private static final long serialVersionUID = 1L;

        TookTooLong() {
            super("This search takes too long; narrow it by room, author or time");
        }
    }
}

package chat.parlor.room.rating;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why a rating is not taken.
abstract sealed class RatingRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private RatingRefusal(String message) {
        super(message);
    }

    /// Fields that make no sense.
    static final class Invalid extends RatingRefusal {
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

    /// The caller is not the guest of the room.
    static final class NotAllowed extends RatingRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super("Only the guest rates a conversation");
        }
    }

    /// The conversation is not over.
    static final class NotClosed extends RatingRefusal {
        private static final long serialVersionUID = 1L;

        NotClosed() {
            super("Only a closed conversation is rated");
        }
    }

    /// It was rated, and the time in which that may be changed is over.
    static final class Final extends RatingRefusal {
        private static final long serialVersionUID = 1L;

        Final() {
            super("The rating cannot be changed any more");
        }
    }
}

package chat.parlor.guest.visitor;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.time.Duration;
import java.util.List;

/// Why nothing is noted or told of a visitor.
abstract sealed class VisitorRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private VisitorRefusal(String message) {
        super(message);
    }

    /// Attributes that do not fit.
    static final class Invalid extends VisitorRefusal {
        private static final long serialVersionUID = 1L;
        private final transient List<FieldError> errors;

        Invalid(List<FieldError> errors) {
            super("Some attributes need another look.");
            this.errors = List.copyOf(errors);
        }

        List<FieldError> errors() {
            return errors;
        }
    }

    /// With these there would be more than may be.
    static final class TooMany extends VisitorRefusal {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super("A visitor has " + Attributes.MOST + " attributes at most; forget some first.");
        }
    }

    /// The guest's pages have told too much in too short a time.
    static final class TooOften extends VisitorRefusal {
        private static final long serialVersionUID = 1L;
        private final Duration wait;

        TooOften(Duration wait) {
            super("Too much was told at once; try again in a moment.");
            this.wait = wait;
        }

        Duration retryAfter() {
            return wait;
        }
    }

    /// Only a guest says something of itself.
    static final class UnknownToken extends VisitorRefusal {
        private static final long serialVersionUID = 1L;

        UnknownToken() {
            super("This token belongs to no guest.");
        }
    }

    /// The caller has no part in the room, or there is none.
    static final class NotAMember extends VisitorRefusal {
        private static final long serialVersionUID = 1L;

        NotAMember() {
            super("You have no part in this conversation.");
        }
    }

    /// The caller is not of the staff.
    static final class NotAllowed extends VisitorRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed() {
            super("Only staff may see this.");
        }
    }

    /// The room is no guest's.
    static final class NoVisitor extends VisitorRefusal {
        private static final long serialVersionUID = 1L;

        NoVisitor() {
            super("Nobody visits this room.");
        }
    }

    /// Rooms cannot be had at the moment.
    static final class RoomsAway extends VisitorRefusal {
        private static final long serialVersionUID = 1L;

        RoomsAway() {
            super("Conversations cannot be looked up right now. Please try again in a moment.");
        }
    }
}

package chat.parlor.room.membership;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.chassis.problem.Refusal;
import java.util.List;

/// Why a room is not made or its members do not change.
abstract sealed class MembershipRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private MembershipRefusal(String message) {
        super(message);
    }

    /// Fields that make no sense.
    static final class Invalid extends MembershipRefusal {
        private static final long serialVersionUID = 1L;
        private final transient List<FieldError> errors;

        Invalid(List<FieldError> errors) {
            super("Some fields make no sense");
            this.errors = List.copyOf(errors);
        }

        Invalid(String field, String message) {
            this(List.of(new FieldError(field, message)));
        }

        List<FieldError> errors() {
            return errors;
        }
    }

    /// The caller's role does not include it.
    static final class NotAllowed extends MembershipRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed(String wanted) {
            super(wanted);
        }
    }

    /// No place for another member.
    static final class RoomFull extends MembershipRefusal {
        private static final long serialVersionUID = 1L;

        RoomFull(int most) {
            super("The room has " + most + " members, the most it can have");
        }
    }

    /// The room would be left without an admin.
    static final class LastAdmin extends MembershipRefusal {
        private static final long serialVersionUID = 1L;

        LastAdmin() {
            super("Make somebody else an admin first");
        }
    }

    /// The id belongs to another guest's room.
    static final class Taken extends MembershipRefusal {
        private static final long serialVersionUID = 1L;

        Taken() {
            super("That id belongs to another room");
        }
    }
}

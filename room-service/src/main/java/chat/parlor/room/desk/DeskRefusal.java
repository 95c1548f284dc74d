package chat.parlor.room.desk;

import chat.parlor.chassis.problem.Refusal;
import chat.parlor.room.domain.Named;
import chat.parlor.room.domain.RoomStatus;
import java.time.Duration;

/// Why a conversation does not take a turn.
abstract sealed class DeskRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private DeskRefusal(String message) {
        super(message);
    }

    /// Another agent was faster.
    static final class AlreadyClaimed extends DeskRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Named claimedBy;

        AlreadyClaimed(Named claimedBy) {
            super(claimedBy.name() + " has accepted this conversation");
            this.claimedBy = claimedBy;
        }

        Named claimedBy() {
            return claimedBy;
        }
    }

    /// The conversation stands where this cannot be done.
    static final class WrongStatus extends DeskRefusal {
        private static final long serialVersionUID = 1L;

        WrongStatus(RoomStatus status) {
            super("The conversation is " + status.wire());
        }
    }

    /// The room has no conversation with a guest.
    static final class NoGuest extends DeskRefusal {
        private static final long serialVersionUID = 1L;

        NoGuest() {
            super("Only guest rooms have a status");
        }
    }

    /// The caller may read the room but not do this.
    static final class NotAllowed extends DeskRefusal {
        private static final long serialVersionUID = 1L;

        NotAllowed(String wanted) {
            super(wanted);
        }
    }

    /// It cannot be put aside until then.
    static final class BadTime extends DeskRefusal {
        private static final long serialVersionUID = 1L;

        BadTime(Duration longest) {
            super("expected: a time from now on, at most " + longest.toDays() + " days away");
        }
    }

    /// The account named cannot be given a conversation.
    static final class NoSuchAgent extends DeskRefusal {
        private static final long serialVersionUID = 1L;

        NoSuchAgent() {
            super("expected: the id of an agent's account");
        }
    }
}

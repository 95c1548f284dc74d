package chat.parlor.guest.rights;

import chat.parlor.chassis.problem.Refusal;

/// Why a guest's data is neither given out nor erased.
abstract sealed class RightsRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private RightsRefusal(String message) {
        super(message);
    }

    /// Only administrators do this.
    static final class NotAdministrator extends RightsRefusal {
        private static final long serialVersionUID = 1L;

        NotAdministrator() {
            super("Only administrators give out and erase what is kept of guests");
        }
    }

    /// Nobody has this id, or not any more.
    static final class UnknownGuest extends RightsRefusal {
        private static final long serialVersionUID = 1L;

        UnknownGuest() {
            super("There is no such guest");
        }
    }

    /// What was typed to confirm is not the guest's name.
    static final class OtherName extends RightsRefusal {
        private static final long serialVersionUID = 1L;

        OtherName() {
            super("expected: the guest's name, as it is written there");
        }
    }

    /// A legal hold on the guest or on one of its conversations.
    static final class OnHold extends RightsRefusal {
        private static final long serialVersionUID = 1L;

        OnHold() {
            super("Nothing of this guest is erased until the legal hold is lifted");
        }
    }

    /// Whether there is a hold cannot be asked just now.
    static final class HoldsUnknown extends RightsRefusal {
        private static final long serialVersionUID = 1L;

        HoldsUnknown() {
            super("Whether there is a legal hold cannot be checked right now; try again");
        }
    }

    /// What a list is asked for makes no sense.
    static final class BadPage extends RightsRefusal {
        private static final long serialVersionUID = 1L;

        BadPage(String message) {
            super(message);
        }
    }
}

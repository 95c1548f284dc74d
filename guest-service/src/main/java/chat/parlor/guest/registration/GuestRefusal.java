package chat.parlor.guest.registration;

import chat.parlor.chassis.problem.Refusal;

/// Why a guest is not served.
abstract sealed class GuestRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private GuestRefusal(String message) {
        super(message);
    }

    /// Rooms cannot be had at the moment.
    static final class RoomsAway extends GuestRefusal {
        private static final long serialVersionUID = 1L;

        RoomsAway() {
            super("We cannot open the conversation right now. Please try again in a moment.");
        }
    }

    /// The caller is not a guest, or one nobody knows.
    static final class UnknownToken extends GuestRefusal {
        private static final long serialVersionUID = 1L;

        UnknownToken() {
            super("This token belongs to no guest.");
        }
    }
}

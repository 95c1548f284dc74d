package chat.parlor.presence.lookup;

import chat.parlor.chassis.problem.Refusal;

/// Why somebody is not told who is here.
abstract sealed class LookupRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private LookupRefusal(String message) {
        super(message);
    }

    /// Only accounts see who is here.
    static final class NotAnAccount extends LookupRefusal {
        private static final long serialVersionUID = 1L;

        NotAnAccount() {
            super("Only accounts see who is here.");
        }
    }

    /// What is asked for is not a list of ids, or a list of too many.
    static final class BadMembers extends LookupRefusal {
        private static final long serialVersionUID = 1L;

        BadMembers(int most) {
            super("members must be 1 to " + most + " ids with commas between them.");
        }
    }
}

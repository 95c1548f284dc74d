package chat.parlor.guest.identity;

import chat.parlor.chassis.problem.Refusal;

/// Why the keys or their policy stay as they are.
abstract sealed class KeyRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private KeyRefusal(String message) {
        super(message);
    }

    /// Only administrators set this.
    static final class NotAdministrator extends KeyRefusal {
        private static final long serialVersionUID = 1L;

        NotAdministrator() {
            super("Only administrators may do this.");
        }
    }

    /// There is no such key, or it has ended.
    static final class Unknown extends KeyRefusal {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("There is no such key any more.");
        }
    }

    /// As many keys count as may.
    static final class Full extends KeyRefusal {
        private static final long serialVersionUID = 1L;

        Full(int most) {
            super(most + " keys count already (expected: fewer); end some of them first.");
        }
    }

    /// Identity is required, or about to be, and nobody could prove one.
    static final class KeyNeeded extends KeyRefusal {
        private static final long serialVersionUID = 1L;

        KeyNeeded() {
            super("As long as identity is required there has to be a key that lasts.");
        }
    }
}

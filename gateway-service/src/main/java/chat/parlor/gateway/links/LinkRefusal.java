package chat.parlor.gateway.links;

import chat.parlor.chassis.problem.Refusal;
import java.time.Duration;

/// Why a link cannot be made, shown or used.
abstract sealed class LinkRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private LinkRefusal(String message) {
        super(message);
    }

    /// Nobody ever got this link.
    static final class Unknown extends LinkRefusal {
        private static final long serialVersionUID = 1L;

        Unknown() {
            super("The link is not complete, or it is none of ours");
        }
    }

    /// It has done what it was made for.
    static final class Used extends LinkRefusal {
        private static final long serialVersionUID = 1L;

        Used() {
            super("The link was used already; sign in, or ask for a new one");
        }
    }

    /// It was not used in time.
    static final class Expired extends LinkRefusal {
        private static final long serialVersionUID = 1L;

        Expired() {
            super("The link is too old; ask for a new one");
        }
    }

    /// It was taken back, or a newer one took its place.
    static final class Revoked extends LinkRefusal {
        private static final long serialVersionUID = 1L;

        Revoked() {
            super("The link was taken back or replaced by a newer one");
        }
    }

    /// As many people are invited as may be.
    static final class Full extends LinkRefusal {
        private static final long serialVersionUID = 1L;

        Full(int most) {
            super("There are " + most + " open invitations already; take some of them back first");
        }
    }

    /// Nothing is sent by e-mail here.
    static final class MailOff extends LinkRefusal {
        private static final long serialVersionUID = 1L;

        MailOff() {
            super("No e-mail is sent here; ask an administrator for a link to a new password");
        }
    }

    /// Too many links that did not count, from one address, or too many that were asked for.
    static final class TooMany extends LinkRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Duration retryAfter;

        TooMany(Duration retryAfter) {
            super("Too many attempts; wait a little");
            this.retryAfter = retryAfter;
        }

        Duration retryAfter() {
            return retryAfter;
        }
    }
}

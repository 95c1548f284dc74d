package chat.parlor.gateway.feed;

import chat.parlor.chassis.problem.Refusal;

/// Why the feed cannot be followed.
abstract sealed class FeedRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private FeedRefusal(String message) {
        super(message);
    }

    /// What comes after the position is not kept any more.
    static final class TooOld extends FeedRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Bounds bounds;

        TooOld(Bounds bounds) {
            super("Events are kept behind position " + bounds.trimmed() + "; what came before is gone");
            this.bounds = bounds;
        }

        Bounds bounds() {
            return bounds;
        }
    }

    /// There is no such position yet: it may be from before a backup was restored.
    static final class Ahead extends FeedRefusal {
        private static final long serialVersionUID = 1L;
        private final transient Bounds bounds;

        Ahead(Bounds bounds) {
            super("The newest position is " + bounds.head());
            this.bounds = bounds;
        }

        Bounds bounds() {
            return bounds;
        }
    }

    /// What was given as a position is none.
    static final class NoPosition extends FeedRefusal {
        private static final long serialVersionUID = 1L;

        NoPosition() {
            super("after, Last-Event-ID: expected a position, like 1042");
        }
    }

    /// As many follow as may.
    static final class TooMany extends FeedRefusal {
        private static final long serialVersionUID = 1L;

        TooMany() {
            super("Too many streams are open; end one of them");
        }
    }
}

package chat.parlor.room.queue;

import chat.parlor.chassis.problem.Refusal;

/// Why the queue is not shown.
abstract sealed class QueueRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private QueueRefusal(String message) {
        super(message);
    }

    /// The caller does not answer guests.
    static final class NotStaff extends QueueRefusal {
        private static final long serialVersionUID = 1L;

        NotStaff() {
            super("Only agents see the queue");
        }
    }
}

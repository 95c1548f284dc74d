package chat.parlor.chassis.event;

import java.util.concurrent.atomic.AtomicLong;

/// What a loop is doing, for health and metrics. Written by the loop's thread, read by any.
final class LoopState {

    /// The stations of a loop's life.
    enum Phase {
        /// Looks for topics its owners have not created yet, or for the broker.
        WAITING,
        /// Reads and handles.
        READING,
        /// Repeats a batch because something around it is away.
        REPEATING,
        /// Ended with the service.
        ENDED
    }

    private final String name;
    private final AtomicLong handled = new AtomicLong();
    private volatile Phase phase = Phase.WAITING;

    LoopState(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Phase phase() {
        return phase;
    }

    long handled() {
        return handled.get();
    }

    void waiting() {
        phase = Phase.WAITING;
    }

    void reading() {
        phase = Phase.READING;
    }

    void repeating() {
        phase = Phase.REPEATING;
    }

    void ended() {
        phase = Phase.ENDED;
    }

    void handled(int records) {
        handled.addAndGet(records);
    }
}

package chat.parlor.drills.member;

import java.time.Duration;
import java.util.Random;

/// When a member says something: about every so often, at its own moments.
final class Rhythm {
    private final long pace;
    private final Random random;
    /// When the next message is due.
    private long due;
    private volatile boolean ended;

    Rhythm(Duration pace, Random random) {
        this.pace = pace.toNanos();
        this.random = random;
        this.due = System.nanoTime() + random.nextLong(this.pace);
    }

    /// Whether something is to be said now. What was due while nobody listened is not made up for.
    boolean takes(long now) {
        if (ended || due > now) {
            return false;
        }
        due = Math.max(due, now - pace) + pace / 2 + random.nextLong(pace);
        return true;
    }

    long due() {
        return due;
    }

    boolean hasEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }
}

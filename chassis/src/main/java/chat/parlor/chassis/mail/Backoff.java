package chat.parlor.chassis.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Pauses that double with each failure up to a longest, each somewhere in its second half, so that many nodes do not
/// come back at once.
record Backoff(Duration first, Duration longest, RandomGenerator random) {

    private static final int MOST_DOUBLINGS = 30;

    /// The pause after so many failures, at least one.
    Duration after(int failures) {
        var doubled = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        var whole = doubled.compareTo(longest) < 0 ? doubled : longest;
        return Duration.ofMillis((long) (whole.toMillis() * (0.5 + random.nextDouble() / 2)));
    }
}

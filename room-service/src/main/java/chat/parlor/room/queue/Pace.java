package chat.parlor.room.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How fast the queue moves: the time one place takes, from what happened lately.
///
/// Little's law (J. D. C. Little, "A Proof for the Queuing Formula: L = λW", Operations Research 9(3), 1961) gives the
/// wait of whoever is `p`th as `W = p / λ`. Here λ, the rate at which guests are taken, is measured while anybody
/// waits: guests taken within the window, divided by the time in which somebody waited. Idle hours thus do not count
/// as slow ones, and a queue nobody takes from becomes slower by the minute. Agents who have left since no longer
/// help: λ is made smaller by their share of those who took.
///
/// @param place what one place takes; null while there is too little to say
public record Pace(@Nullable Duration place) {

    private static final long MILLIS = 1_000;
    private static final Pace UNKNOWN = new Pace(null);

    /// In how many milliseconds the guest at `position` (1 is next) will be taken, to a whole second; null while there
    /// is too little to say.
    public @Nullable Long waitMs(long position) {
        return place == null ? null : place.multipliedBy(position).toSeconds() * MILLIS;
    }

    /// The pace at `now`, looking back to `from`.
    ///
    /// @param taken who was taken after `from`, in no order
    /// @param first since when the first in line waits; null when nobody does
    /// @param gone agents who are away
    /// @param least how many must have been taken
    static Pace of(List<Taken> taken, @Nullable Instant first, Set<String> gone, int least, Instant from, Instant now) {
        var takers = taken.stream().map(Taken::agent).distinct().toList();
        var present = takers.stream().filter(agent -> !gone.contains(agent)).count();
        if (taken.size() < least || present == 0) {
            return UNKNOWN;
        }
        var waits = Stream.concat(
                taken.stream().map(one -> new Wait(one.since(), one.at())),
                Stream.ofNullable(first).map(since -> new Wait(since, now)));
        var waited = covered(waits.toList(), from);
        return new Pace(waited.multipliedBy(takers.size()).dividedBy(taken.size() * present));
    }

    /// Somebody waited.
    private record Wait(Instant since, Instant until) {}

    /// For how long at least one of `waits` went on, after `from`.
    private static Duration covered(List<Wait> waits, Instant from) {
        var total = Duration.ZERO;
        var seen = from;
        for (var wait : waits.stream().sorted(Comparator.comparing(Wait::since)).toList()) {
            var since = wait.since().isAfter(seen) ? wait.since() : seen;
            if (wait.until().isAfter(since)) {
                total = total.plus(Duration.between(since, wait.until()));
                seen = wait.until();
            }
        }
        return total;
    }
}

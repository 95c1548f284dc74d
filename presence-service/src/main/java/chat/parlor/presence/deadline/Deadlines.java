package chat.parlor.presence.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/// Moments at which something is to be looked at, one for each key, all behind a single timer that is set to the
/// earliest. Nothing runs while nothing is due.
///
/// @param <K> what a deadline is for; needs `equals`
public final class Deadlines<K> {

    private final Scheduler scheduler;
    private final Clock clock;
    private final Consumer<List<K>> due;

    /// The deadline in force for each key.
    private final Map<K, Instant> moments = new HashMap<>();
    /// The same by time, with what was superseded or cancelled meanwhile still in it until its time comes.
    private final PriorityQueue<Entry<K>> queue = new PriorityQueue<>();
    /// When the timer goes off; null while nothing is waited for.
    private @Nullable Instant wakesAt;
    /// The timer; replaced when something earlier comes.
    private @Nullable Disposable timer;

    private record Entry<K>(Instant at, K key) implements Comparable<Entry<K>> {
        @Override
        public int compareTo(Entry<K> other) {
            return at.compareTo(other.at);
        }
    }

    /// @param due gets the keys whose time has come, in one of the scheduler's threads, where it may block; a key it
    ///     could not handle it sets again
    public Deadlines(Scheduler scheduler, Clock clock, Consumer<List<K>> due) {
        this.scheduler = scheduler;
        this.clock = clock;
        this.due = due;
    }

    /// Sets or moves the deadline of `key`.
    public synchronized void set(K key, Instant at) {
        if (!at.equals(moments.put(key, at))) {
            queue.add(new Entry<>(at, key));
            wakeAtFirst();
        }
    }

    /// Forgets the deadline of `key`, if there is one.
    public synchronized void cancel(K key) {
        moments.remove(key);
    }

    /// How many keys have a deadline.
    public synchronized int size() {
        return moments.size();
    }

    private void ring() {
        var now = take();
        if (!now.isEmpty()) {
            due.accept(now);
        }
    }

    private synchronized List<K> take() {
        var now = clock.instant();
        var keys = new ArrayList<K>();
        for (var first = queue.peek(); first != null && !first.at().isAfter(now); first = queue.peek()) {
            queue.remove();
            if (moments.remove(first.key(), first.at())) {
                keys.add(first.key());
            }
        }
        wakesAt = null;
        wakeAtFirst();
        return List.copyOf(keys);
    }

    private void wakeAtFirst() {
        var first = queue.peek();
        if (first == null || (wakesAt != null && !first.at().isBefore(wakesAt))) {
            return;
        }
        if (timer != null) {
            timer.dispose();
        }
        wakesAt = first.at();
        timer = scheduler.schedule(this::ring, delay(first.at()), TimeUnit.MILLISECONDS);
    }

    /// Rounded up, so that the moment has come when the timer goes off.
    private long delay(Instant at) {
        return Math.max(
                0, Duration.between(clock.instant(), at).plusNanos(999_999).toMillis());
    }
}

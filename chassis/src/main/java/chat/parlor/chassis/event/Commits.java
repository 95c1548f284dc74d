package chat.parlor.chassis.event;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The offsets of one loop that are handled and not committed yet. A commit costs the broker as much as a record, so
/// those of some batches go together, and off the way of a message that has just been handled. After a crash the
/// batches since the last commit come again.
final class Commits {

    /// How long handled offsets wait for company.
    static final Duration WAIT = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(Commits.class);
    private static final Duration SETTLE_TIMEOUT = Duration.ofSeconds(3);

    private final String loop;
    private final Map<TopicPartition, OffsetAndMetadata> waiting = new HashMap<>();
    /// When the oldest of them began to wait, in nanoseconds; meaningless while none waits.
    private long since;

    Commits(String loop) {
        this.loop = loop;
    }

    void add(Map<TopicPartition, OffsetAndMetadata> next) {
        if (waiting.isEmpty()) {
            since = System.nanoTime();
        }
        waiting.putAll(next);
    }

    /// How long a poll may wait for records, at most `longest`.
    Duration patience(Duration longest) {
        return waiting.isEmpty() ? longest : WAIT;
    }

    /// Commits what has waited long enough, without waiting for the answer.
    void commitDue(Consumer<?, ?> consumer) {
        if (waiting.isEmpty() || System.nanoTime() - since < WAIT.toNanos()) {
            return;
        }
        consumer.commitAsync(Map.copyOf(waiting), (offsets, failure) -> {
            if (failure != null) {
                LOG.warn("loop {}: offsets not committed: {}", loop, failure.toString());
            }
        });
        waiting.clear();
    }

    /// Commits what waits, before partitions go to somebody else; what cannot be committed is handled again.
    void settle(Consumer<?, ?> consumer) {
        if (!waiting.isEmpty()) {
            try {
                settleNow(consumer);
            } catch (KafkaException failure) {
                LOG.warn("loop {}: offsets not committed: {}", loop, failure.toString());
            }
            waiting.clear();
        }
    }

    private void settleNow(Consumer<?, ?> consumer) {
        var offsets = Map.copyOf(waiting);
        try {
            consumer.commitSync(offsets, SETTLE_TIMEOUT);
        } catch (WakeupException stopping) {
            // the loop was woken to end, and a wakeup meets the next call, whichever it is
            consumer.commitSync(offsets, SETTLE_TIMEOUT);
        }
    }

    /// Forgets partitions that are somebody else's already.
    void forget(Collection<TopicPartition> lost) {
        waiting.keySet().removeAll(lost);
    }
}

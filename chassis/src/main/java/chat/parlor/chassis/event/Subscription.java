package chat.parlor.chassis.event;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one loop reads and what it does with it. Declare it as a bean; the chassis runs it.
///
/// @param name short and unique within the service; thread, metric and consumer group carry it
/// @param topics the topics read, without deployment prefix
/// @param types which logical type is read into which record; other types are passed over
/// @param reach who gets a record: one node of the service or every node
/// @param concurrency how many consumers share the partitions, 1 to 64; 1 unless the reach is [Reach#GROUP]
/// @param gathering how long a record may wait for company; zero when every record counts at once
/// @param handler what happens with a batch
/// @param <T> the common type of the records read
public record Subscription<T>(
        String name,
        Set<String> topics,
        Map<String, Class<? extends T>> types,
        Reach reach,
        int concurrency,
        Duration gathering,
        BatchHandler<T> handler) {

    private static final int MOST_CONSUMERS = 64;

    /// Who gets a record, and from where on.
    public enum Reach {
        /// One node of the service; offsets are committed; starts with the earliest record.
        GROUP,
        /// Every node; no offsets; starts with what is published from now on.
        EVERYWHERE,
        /// Every node; no offsets; starts with the earliest record. For compacted topics.
        EVERYWHERE_FROM_START
    }

    public Subscription {
        topics = Set.copyOf(topics);
        types = Map.copyOf(types);
        if (concurrency < 1 || concurrency > MOST_CONSUMERS) {
            throw new IllegalArgumentException("concurrency: " + concurrency + " (expected: 1 to 64)");
        }
    }

    /// Begins a subscription to `topics`.
    public static <T> Builder<T> to(String... topics) {
        return new Builder<>(topics);
    }

    /// Collects a subscription step by step; [#handledBy(BatchHandler)] ends it.
    ///
    /// @param <T> the common type of the records read
    public static final class Builder<T> {
        private final Set<String> topics;
        private final Map<String, Class<? extends T>> types = new LinkedHashMap<>();
        private String name;
        private Reach reach = Reach.GROUP;
        private int concurrency = 1;
        private Duration gathering = Duration.ZERO;

        private Builder(String... topics) {
            this.topics = Set.copyOf(List.of(topics));
            this.name = topics[0];
        }

        /// Names the loop; the first topic's name when left out.
        public Builder<T> named(String name) {
            this.name = name;
            return this;
        }

        /// Reads records of the logical type `type` into `body`.
        public Builder<T> reading(String type, Class<? extends T> body) {
            types.put(type, body);
            return this;
        }

        /// Shares the partitions among `concurrency` consumers.
        public Builder<T> concurrency(int concurrency) {
            this.concurrency = concurrency;
            return this;
        }

        /// Lets records wait for company, at most `time`: for what nobody waits for, a few large batches cost a
        /// fraction of many small ones.
        public Builder<T> gathering(Duration time) {
            this.gathering = time;
            return this;
        }

        /// Each record goes to one node of the service.
        public Builder<T> inGroup() {
            this.reach = Reach.GROUP;
            return this;
        }

        /// Each record goes to every node, from now on.
        public Builder<T> everywhere() {
            this.reach = Reach.EVERYWHERE;
            return this;
        }

        /// Each record goes to every node, from the earliest on.
        public Builder<T> everywhereFromStart() {
            this.reach = Reach.EVERYWHERE_FROM_START;
            return this;
        }

        /// Ends the subscription with what happens to a batch.
        public Subscription<T> handledBy(BatchHandler<T> handler) {
            return new Subscription<>(name, topics, types, reach, concurrency, gathering, handler);
        }
    }
}

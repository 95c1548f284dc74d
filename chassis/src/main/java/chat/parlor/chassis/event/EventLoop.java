package chat.parlor.chassis.event;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one subscription in one thread: poll, parse, deliver, commit, again. Blocking and ordered on purpose; the
/// batch is whatever one poll returned, small when idle and large under load.
///
/// While a batch is being repeated the partitions are paused and the consumer keeps polling, so that the group does
/// not take it for dead; when the group takes partitions away meanwhile, the batch is dropped and read again by
/// whoever owns them now.
final class EventLoop<T> implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(EventLoop.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE_AFTER_CRASH = Duration.ofSeconds(1);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(3);

    private final Subscription<T> subscription;
    private final LoopParts<T> parts;
    private final LoopState state;
    private final Delivery<T> delivery;
    private final Commits commits;
    private volatile boolean running = true;
    /// The consumer in use; replaced after a crash of the loop. Set before the first poll.
    private volatile Consumer<String, byte[]> consumer;
    /// Where a loop without a group goes on after a crash; changes when a batch is handled.
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    /// Whether partitions were taken away since the current batch was polled.
    private boolean revoked;

    EventLoop(Subscription<T> subscription, LoopParts<T> parts, LoopState state) {
        this.subscription = subscription;
        this.parts = parts;
        this.state = state;
        this.consumer = parts.newConsumer();
        this.commits = new Commits(subscription.name());
        this.delivery = new Delivery<>(subscription.name(), subscription.handler(), parts.grave(), this::waitPaused);
    }

    @Override
    public void run() {
        while (running) {
            try {
                join();
                readOn();
            } catch (WakeupException stopping) {
                LOG.debug("loop {} woken", subscription.name());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                running = false;
            } catch (Exception crash) {
                restart(crash);
            }
        }
        commits.settle(consumer);
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        state.ended();
    }

    void stop() {
        running = false;
        consumer.wakeup();
    }

    private void join() throws InterruptedException {
        state.waiting();
        awaitTopics();
        if (subscription.reach() == Subscription.Reach.GROUP) {
            consumer.subscribe(parts.topicsInBroker(), new Revocations());
        } else {
            assignAll();
        }
        state.reading();
    }

    private void awaitTopics() throws InterruptedException {
        while (running
                && !parts.topicsInBroker().stream()
                        .allMatch(topic -> !consumer.partitionsFor(topic).isEmpty())) {
            Thread.sleep(parts.topicWait());
        }
    }

    private void assignAll() {
        var partitions = parts.topicsInBroker().stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        if (subscription.reach() == Subscription.Reach.EVERYWHERE) {
            consumer.seekToEnd(partitions);
        } else {
            consumer.seekToBeginning(partitions);
        }
        positions.forEach(consumer::seek);
        partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
    }

    private void readOn() throws Exception {
        while (running) {
            var records = consumer.poll(commits.patience(POLL));
            if (!records.isEmpty()) {
                handle(records);
            }
            commits.commitDue(consumer);
        }
    }

    private void handle(ConsumerRecords<String, byte[]> records) throws Exception {
        revoked = false;
        try {
            var batch = Batch.of(records, parts.parser(), parts.grave());
            if (!batch.isEmpty()) {
                parts.timer().recordCallable(() -> {
                    delivery.deliver(batch);
                    return batch;
                });
            }
            state.handled(records.count());
            handled(records);
        } catch (Delivery.Abandoned abandoned) {
            rewind(records);
            consumer.resume(consumer.assignment());
            state.reading();
        }
    }

    private void handled(ConsumerRecords<String, byte[]> records) {
        var next = nextOffsets(records);
        if (subscription.reach() == Subscription.Reach.GROUP) {
            commits.add(next);
        } else {
            next.forEach((partition, offset) -> positions.put(partition, offset.offset()));
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> nextOffsets(ConsumerRecords<String, byte[]> records) {
        return records.partitions().stream()
                .collect(Collectors.toMap(
                        partition -> partition,
                        partition -> new OffsetAndMetadata(
                                records.records(partition).getLast().offset() + 1)));
    }

    private void waitPaused(Duration time) throws Delivery.Abandoned {
        state.repeating();
        consumer.pause(consumer.assignment());
        rewind(consumer.poll(time));
        consumer.pause(consumer.assignment());
        if (!running || revoked) {
            throw new Delivery.Abandoned();
        }
        consumer.resume(consumer.assignment());
        state.reading();
    }

    private void rewind(ConsumerRecords<String, byte[]> records) {
        Set<TopicPartition> mine = consumer.assignment();
        for (var partition : records.partitions()) {
            if (mine.contains(partition)) {
                consumer.seek(partition, records.records(partition).getFirst().offset());
            }
        }
    }

    private void restart(Exception crash) {
        LOG.error("loop {} starts again", subscription.name(), crash);
        state.repeating();
        commits.settle(consumer);
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
        consumer = parts.newConsumer();
        try {
            Thread.sleep(PAUSE_AFTER_CRASH);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /// Notes that partitions went away, and settles what was handled before they go.
    private final class Revocations implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            revoked = revoked || !partitions.isEmpty();
            commits.settle(consumer);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            revoked = revoked || !partitions.isEmpty();
            commits.forget(partitions);
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            LOG.info("loop {} reads {} partitions", subscription.name(), partitions.size());
        }
    }
}

package chat.parlor.chassis.test;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Publisher;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Topics as a test sees them: publishes what other services would, reads what the service has published.
public final class TestTopics {

    private static final Duration POLL = Duration.ofMillis(100);

    private final String servers;
    private final String prefix;
    private final Publisher publisher;
    private final JsonMapper json;

    TestTopics(String servers, String prefix, Publisher publisher, JsonMapper json) {
        this.servers = servers;
        this.prefix = prefix;
        this.publisher = publisher;
        this.json = json;
    }

    /// A record as it lies in the topic.
    ///
    /// @param raw the payload
    /// @param headers the header values by name
    public record Published(String key, String type, JsonNode body, String raw, Map<String, String> headers) {}

    /// Publishes and waits for the broker.
    public void publish(Event... events) {
        publisher.publishAll(List.of(events)).block(Patience.LIMIT);
    }

    /// Everything that lies in `topic`, in order per key. Empty when the topic does not exist.
    public List<Published> read(String topic) {
        try (var consumer = new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(prefix + topic).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return readTo(consumer, consumer.endOffsets(partitions));
        }
    }

    /// Waits until a record of `topic` fulfils `wanted`, and returns the first that does.
    public Published await(String topic, Predicate<Published> wanted) {
        return Objects.requireNonNull(Awaitility.await("a record on " + topic)
                .pollInterval(POLL)
                .until(() -> read(topic).stream().filter(wanted).findFirst().orElse(null), Objects::nonNull));
    }

    /// Joins `group` as one more member, which takes partitions of `topic` from the others, does `then` once it has
    /// some, and leaves without having committed anything.
    public void visit(String group, String topic, Runnable then) {
        var settings = new HashMap<>(settings());
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, prefix + group);
        try (var visitor = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var arrived = new CountDownLatch(1);
            visitor.subscribe(List.of(prefix + topic), new Arrival(arrived, then));
            Awaitility.await("partitions of " + topic).pollInSameThread().until(() -> {
                visitor.poll(POLL);
                return arrived.getCount() == 0;
            });
        }
    }

    private record Arrival(CountDownLatch arrived, Runnable then) implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {}

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!partitions.isEmpty()) {
                then.run();
                arrived.countDown();
            }
        }
    }

    private List<Published> readTo(KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
        var found = new ArrayList<Published>();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(message -> found.add(published(message)));
        }
        return found;
    }

    private Published published(ConsumerRecord<String, byte[]> message) {
        var headers = new HashMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        var raw = new String(message.value(), StandardCharsets.UTF_8);
        return new Published(
                Objects.requireNonNullElse(message.key(), ""),
                headers.getOrDefault("type", ""),
                tree(raw),
                raw,
                headers);
    }

    private JsonNode tree(String raw) {
        try {
            return json.readTree(raw);
        } catch (JacksonException unreadable) {
            return json.createObjectNode();
        }
    }

    private Map<String, Object> settings() {
        return Map.of("bootstrap.servers", servers, "enable.auto.commit", false, "allow.auto.create.topics", false);
    }
}

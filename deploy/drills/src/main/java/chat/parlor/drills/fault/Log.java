package chat.parlor.drills.fault;

import chat.parlor.drills.stack.Part;
import chat.parlor.drills.stack.Stack;
import chat.parlor.drills.stack.Unexpected;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The log behind a stack, for those who come in by the back door.
final class Log implements AutoCloseable {
    private static final long PATIENCE = 20;
    private static final String DEAD = ".dlt";

    private final Map<String, Object> config;
    private final Admin admin;

    private Log(Map<String, Object> config) {
        this.config = config;
        this.admin = Admin.create(config);
    }

    static Log of(Stack stack) {
        return new Log(Map.of("bootstrap.servers", "127.0.0.1:" + stack.port(Part.BROKER)));
    }

    /// The topics services talk over.
    Set<String> topics() {
        var topics = new TreeSet<>(get(admin.listTopics().names()));
        topics.removeIf(topic -> topic.endsWith(DEAD) || topic.startsWith("_"));
        return topics;
    }

    /// Sets the offsets of all groups of some services back.
    ///
    /// @param services whose groups; none of them may run
    /// @return how many records lie between old and new offsets
    long rewind(List<String> services, long records) {
        long total = 0;
        for (var group : get(admin.listGroups().all())) {
            if (services.stream().anyMatch(service -> group.groupId().startsWith(service + "."))) {
                total += rewind(group.groupId(), records);
            }
        }
        return total;
    }

    private long rewind(String group, long records) {
        var offsets = get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        var earlier = new HashMap<TopicPartition, OffsetAndMetadata>();
        long total = 0;
        for (var entry : offsets.entrySet()) {
            var offset = entry.getValue().offset();
            var target = Math.max(0, offset - records);
            earlier.put(entry.getKey(), new OffsetAndMetadata(target));
            total += offset - target;
        }
        get(admin.alterConsumerGroupOffsets(group, earlier).all());
        return total;
    }

    /// Something to write that no service asked for.
    ///
    /// @param type the logical type it claims to be; none when empty
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Poison(String key, String type, byte[] value) {}

    /// Writes records and returns when the broker has them.
    void write(String topic, List<Poison> records) {
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (var record : records) {
                var made = new ProducerRecord<>(topic, record.key(), record.value());
                if (!record.type().isEmpty()) {
                    made.headers().add("type", record.type().getBytes(StandardCharsets.UTF_8));
                }
                sent.add(producer.send(made));
            }
            producer.flush();
            sent.forEach(Log::stored);
        }
    }

    private static void stored(Future<RecordMetadata> record) {
        if (record.state() != Future.State.SUCCESS) {
            throw new Unexpected("the broker did not take a record: " + record.exceptionNow());
        }
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new Unexpected("the broker said: " + failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}

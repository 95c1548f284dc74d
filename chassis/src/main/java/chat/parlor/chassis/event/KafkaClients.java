package chat.parlor.chassis.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Makes Kafka clients with the settings that the promise and the delays depend on.
final class KafkaClients {

    private static final int REQUEST_TIMEOUT_MS = 4_000;
    private static final int HEARTBEAT_MS = 1_500;
    private static final int RECONNECT_MS = 50;
    private static final int RECONNECT_MAX_MS = 500;
    private static final int METADATA_MAX_AGE_MS = 30_000;
    /// How long the broker holds a question for which it has no records yet; records are answered at once.
    private static final int FETCH_WAIT_MS = 2_000;
    /// So much is company enough for records that wait for it.
    private static final int COMPANY_BYTES = 256 * 1024;

    private final KafkaProperties properties;
    private final String service;

    KafkaClients(KafkaProperties properties, String service) {
        this.properties = properties;
        this.service = service;
    }

    KafkaProperties properties() {
        return properties;
    }

    /// Stored by all replicas, never doubled by a retry, and at once: `linger.ms` is 5 since Kafka 4.0, which would
    /// cost 5 ms on every hop; batches still form while a request is under way.
    Producer<String, byte[]> producer() {
        var config = shared();
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, properties.maxBlock().toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        config.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(properties.deliveryTimeout().toMillis()));
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /// A consumer for `subscription`, the `number`th of its loops on this node.
    Consumer<String, byte[]> consumer(Subscription<?> subscription, int number) {
        var config = shared();
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        fetch(config, subscription.gathering());
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, properties.maxPollRecords());
        if (subscription.reach() == Subscription.Reach.GROUP) {
            joinGroup(config, subscription, number);
        }
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    private static void fetch(Map<String, Object> config, Duration gathering) {
        var atOnce = gathering.isZero();
        config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, atOnce ? 1 : COMPANY_BYTES);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, atOnce ? FETCH_WAIT_MS : (int) gathering.toMillis());
    }

    private void joinGroup(Map<String, Object> config, Subscription<?> subscription, int number) {
        var group = properties.inBroker(service + "." + subscription.name());
        config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
        config.put(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                Math.toIntExact(properties.sessionTimeout().toMillis()));
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MS);
        if (!properties.instance().isEmpty()) {
            config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, group + "." + properties.instance() + "." + number);
        }
    }

    private Map<String, Object> shared() {
        var config = new HashMap<String, Object>();
        config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers());
        config.put(ConsumerConfig.RECONNECT_BACKOFF_MS_CONFIG, RECONNECT_MS);
        config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, RECONNECT_MAX_MS);
        config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_MAX_AGE_MS);
        return config;
    }
}

package chat.parlor.chassis.event;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.kafka.config.TopicBuilder;

/// Declares topics: a `NewTopic` bean is created in the broker at start when it is missing.
public final class Topics {

    private static final Duration COMPACTION_LAG = Duration.ofMinutes(1);
    private final KafkaProperties properties;

    Topics(KafkaProperties properties) {
        this.properties = properties;
    }

    /// A topic that keeps its records for `time`.
    public NewTopic kept(String topic, Duration time) {
        return kept(topic, time, properties.partitions());
    }

    private NewTopic kept(String topic, Duration time, int partitions) {
        return builder(topic)
                .partitions(partitions)
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis())))
                .build();
    }

    /// A topic of what happens seldom, a sign-out for example, that keeps its records for `time`. It has one partition:
    /// each costs a broker that was killed time until it is recovered and led again.
    public NewTopic seldom(String topic, Duration time) {
        return kept(topic, time, 1);
    }

    /// A topic that keeps the newest record of every key for ever.
    public NewTopic compacted(String topic) {
        return builder(topic)
                .configs(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG,
                        Long.toString(COMPACTION_LAG.toMillis())))
                .build();
    }

    private TopicBuilder builder(String topic) {
        return TopicBuilder.name(properties.inBroker(topic))
                .partitions(properties.partitions())
                .replicas(properties.replication());
    }
}

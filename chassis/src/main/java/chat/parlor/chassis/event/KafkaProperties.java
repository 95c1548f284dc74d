package chat.parlor.chassis.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this service reaches Kafka.
///
/// @param bootstrapServers host:port pairs, separated by commas
/// @param topicPrefix put before every topic and group name, so that deployments can share a cluster; empty by default
/// @param partitions partitions of topics this service creates
/// @param replication copies of topics this service creates; 1 on a single broker
/// @param deliveryTimeout how long a publish may take, retries included, before it fails
/// @param maxBlock how long a publish may wait for a topic's whereabouts or for room in the buffer before it fails
/// @param sessionTimeout how long a consumer may be silent before its group takes it for dead; at least 6s, the least a
///     broker grants
/// @param maxPollRecords the largest batch a loop handles at once, 1 to 10,000
/// @param instance a name that survives restarts of this node, so that it takes its partitions back at once; empty
///     for a node that never comes back under the same name
@ConfigurationProperties("parlor.kafka")
record KafkaProperties(
        @DefaultValue("localhost:9092") String bootstrapServers,
        @DefaultValue("") String topicPrefix,
        @DefaultValue("8") int partitions,
        @DefaultValue("1") short replication,
        @DefaultValue("10s") Duration deliveryTimeout,
        @DefaultValue("500ms") Duration maxBlock,
        @DefaultValue("6s") Duration sessionTimeout,
        @DefaultValue("500") int maxPollRecords,
        @DefaultValue("") String instance) {

    private static final int LARGEST_BATCH = 10_000;
    private static final Duration SHORTEST_SESSION = Duration.ofSeconds(6);

    KafkaProperties {
        if (maxPollRecords < 1 || maxPollRecords > LARGEST_BATCH) {
            throw new IllegalArgumentException(
                    "parlor.kafka.max-poll-records: " + maxPollRecords + " (expected: 1 to 10000)");
        }
        if (sessionTimeout.compareTo(SHORTEST_SESSION) < 0) {
            throw new IllegalArgumentException(
                    "parlor.kafka.session-timeout: " + sessionTimeout + " (expected: at least PT6S)");
        }
    }

    /// The name under which `topic` lies in the broker.
    String inBroker(String topic) {
        return topicPrefix + topic;
    }

    /// The topic that lies in the broker as `name`.
    String fromBroker(String name) {
        return name.startsWith(topicPrefix) ? name.substring(topicPrefix.length()) : name;
    }
}

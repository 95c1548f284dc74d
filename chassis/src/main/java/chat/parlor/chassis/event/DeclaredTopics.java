package chat.parlor.chassis.event;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.springframework.kafka.core.KafkaAdmin;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Makes the topics that beans declare and are missing, and lets the service go on when the broker takes records for
/// them.
///
/// A broker names the leader of a new partition a moment before that one takes records. What is published meanwhile is
/// refused and tried again, but what was sent right behind it may be taken first: a partition that knows nothing of a
/// producer takes any of its numbers. The first records are then out of order for ever.
final class DeclaredTopics extends KafkaAdmin {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Duration patience;

    DeclaredTopics(KafkaProperties properties, Duration patience) {
        super(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, properties.bootstrapServers()));
        this.patience = patience;
        setFatalIfBrokerNotAvailable(true);
        setOperationTimeout(Math.toIntExact(patience.toSeconds()));
    }

    @Override
    public void afterSingletonsInstantiated() {
        super.afterSingletonsInstantiated();
        awaitLeaders();
    }

    /// Only a leader that takes records can say how many there are; a new topic may not even be known everywhere yet.
    private void awaitLeaders() {
        var ends = newTopics().stream()
                .flatMap(topic -> IntStream.range(0, partitions(topic))
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        try (var admin = createAdmin()) {
            Mono.defer(() -> Mono.fromCompletionStage(
                            admin.listOffsets(ends).all().toCompletionStage()))
                    .retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE).filter(RetriableException.class::isInstance))
                    .block(patience);
        }
    }

    private static int partitions(NewTopic topic) {
        return Math.max(1, topic.numPartitions());
    }
}

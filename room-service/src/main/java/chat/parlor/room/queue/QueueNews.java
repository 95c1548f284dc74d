package chat.parlor.room.queue;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.outbox.Outbox;
import chat.parlor.chassis.repeat.Repeating;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Announces the queue whenever a guest room changed, and now and then while it does not: waiting goes on by itself.
/// Several nodes may announce at once; each tells when it looked, and the newest look counts.
@Configuration(proxyBeanMethods = false)
class QueueNews {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final String GUEST = "guest";
    private final Queue queue;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final QueueProperties properties;

    /// What was announced last by this node; null before that.
    private volatile @Nullable QueueChanged told;

    QueueNews(Queue queue, Outbox outbox, TransactionalOperator transaction, QueueProperties properties) {
        this.queue = queue;
        this.outbox = outbox;
        this.transaction = transaction;
        this.properties = properties;
    }

    /// What this reads of `room.state.v1`: which rooms concern the queue.
    record Turned(String id, String kind) {}

    @Bean
    static NewTopic queueChanged(Topics topics) {
        return topics.kept(QueueChanged.TOPIC, KEPT);
    }

    @Bean
    Subscription<Turned> queueNewsLoop() {
        return Subscription.<Turned>to("room.state")
                .named("queue")
                .reading("room.state.v1", Turned.class)
                .inGroup()
                .gathering(properties.pause())
                .handledBy(this::apply);
    }

    private void apply(List<Received<Turned>> batch) {
        if (batch.stream().anyMatch(turned -> turned.body().kind().equals(GUEST))) {
            tell().block(PATIENCE);
        }
    }

    @Bean
    Repeating queueToldAgain() {
        return Repeating.every(properties.again(), "tell of the queue", this::tell);
    }

    private Mono<Void> tell() {
        return queue.look()
                .filter(looked -> !looked.repeats(told))
                .flatMap(looked -> announce(looked).doOnSuccess(done -> told = looked));
    }

    private Mono<Void> announce(QueueChanged looked) {
        return outbox.append(Event.of(QueueChanged.TOPIC, QueueChanged.TOPIC, QueueChanged.TYPE, looked))
                .as(transaction::transactional);
    }
}

package chat.parlor.room.queue;

import chat.parlor.chassis.event.Subscription;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// How many rooms wait and for how long the first has, on every node alike: looked up again whenever a room changed.
@Configuration(proxyBeanMethods = false)
class QueueGauges {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int FIRST_LOOKS = 5;
    private final DatabaseClient database;
    private final Clock clock;

    /// What the last look found; replaced as a whole.
    private volatile Queue queue = new Queue(0, null);

    QueueGauges(DatabaseClient database, Clock clock, MeterRegistry registry) {
        this.database = database;
        this.clock = clock;
        Gauge.builder("parlor.room.queue.depth", () -> queue.depth())
                .description("guest rooms waiting for an agent")
                .register(registry);
        Gauge.builder("parlor.room.queue.oldest", this::oldestSeconds)
                .description("how long the first of them has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    /// @param first since when the first room waits; null when none does
    private record Queue(long depth, @Nullable Instant first) {}

    /// What the gauges read of `room.state.v1`: that something changed.
    record Stirred(String id) {}

    @Bean
    Subscription<Stirred> queueGaugesLoop() {
        return Subscription.<Stirred>to("room.state")
                .named("queue-gauges")
                .reading("room.state.v1", Stirred.class)
                .everywhere()
                .handledBy(batch -> look().block(PATIENCE));
    }

    /// The first look; when the database stays away, the next change of a room makes up for it.
    @EventListener(ApplicationReadyEvent.class)
    Mono<Void> begin() {
        return look().retryWhen(Retry.backoff(FIRST_LOOKS, Duration.ofSeconds(1)))
                .onErrorComplete();
    }

    private Mono<Void> look() {
        return database.sql("select count(*) as depth, min(queued_at) as first from rooms where status = 'queued'")
                .map(row -> new Queue(
                        Optional.ofNullable(row.get("depth", Long.class)).orElse(0L), row.get("first", Instant.class)))
                .one()
                .doOnNext(found -> queue = found)
                .then();
    }

    private double oldestSeconds() {
        var first = queue.first();
        return first == null ? 0 : Duration.between(first, clock.instant()).toMillis() / 1000.0;
    }
}

package chat.parlor.gateway.webhooks;

import static chat.parlor.gateway.webhooks.Rows.utc;

import chat.parlor.gateway.egress.Outcome;
import chat.parlor.gateway.webhooks.DeliveryStore.Claimed;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Notes what came of an attempt, and who is next. The webhook's row is held meanwhile: who reads the feed on for it
/// must
/// not see a room half settled.
@Component
class Settlement {

    private static final String SETTLE = """
            update webhook_delivery
               set state = :state, next_at = :next, attempts = attempts + 1, last_at = :now, last_status = :status,
                   last_error = :error, duration_ms = :duration
             where id = :id and state = 'waiting'
            """;
    private static final String PROMOTE = """
            update webhook_delivery set next_at = :now
             where next_at is null and id = (
                select id from webhook_delivery
                 where webhook = :webhook and room = :room and state = 'waiting' and not by_hand
                 order by number limit 1)
            """;

    private final DatabaseClient database;
    private final WebhookProperties properties;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Settlement(DatabaseClient database, WebhookProperties properties, TransactionalOperator transaction, Clock clock) {
        this.database = database;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Notes the outcome. A success frees the room's next; a failure lets it wait and try again, or gives it up after
    /// long,
    /// or pauses the webhook when nothing got through for long.
    Mono<Void> settle(Claimed claimed, Outcome outcome, Duration took) {
        var now = clock.instant();
        return failingSince(claimed.webhook())
                .flatMap(since -> claimed.byHand()
                        ? settled(claimed, outcome, took, outcome.isSuccess() ? Delivery.DONE : Delivery.FAILED, null)
                        : inOrder(claimed, outcome, took, since.time(), now))
                .as(transaction::transactional);
    }

    private record Since(@Nullable Instant time) {}

    private Mono<Since> failingSince(String webhook) {
        return database.sql("select failing_since from webhook where id = :id for update")
                .bind("id", webhook)
                .map(row -> new Since(Rows.time(row, "failing_since")))
                .one();
    }

    private Mono<Void> inOrder(
            Claimed claimed, Outcome outcome, Duration took, @Nullable Instant failingSince, Instant now) {
        if (outcome.isSuccess()) {
            return settled(claimed, outcome, took, Delivery.DONE, null)
                    .then(failing(claimed.webhook(), null))
                    .then(promoted(claimed, now));
        }
        var since = Objects.requireNonNullElse(failingSince, now);
        if (!now.isBefore(since.plus(properties.pauseAfter()))) {
            return settled(claimed, outcome, took, Delivery.WAITING, now).then(paused(claimed.webhook(), since));
        }
        var failing = failing(claimed.webhook(), since);
        return now.isBefore(claimed.firstAt().plus(properties.giveUpAfter()))
                ? settled(claimed, outcome, took, Delivery.WAITING, now.plus(pause(claimed)))
                        .then(failing)
                : settled(claimed, outcome, took, Delivery.FAILED, null)
                        .then(failing)
                        .then(promoted(claimed, now));
    }

    private Duration pause(Claimed claimed) {
        return properties.pause(
                claimed.attempts() + 1, ThreadLocalRandom.current().nextDouble());
    }

    private Mono<Void> settled(Claimed claimed, Outcome outcome, Duration took, String state, @Nullable Instant next) {
        return database.sql(SETTLE)
                .bind("state", state)
                .bind("next", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, next == null ? null : utc(next)))
                .bind("now", utc(clock.instant()))
                .bind("status", Parameters.in(R2dbcType.INTEGER, outcome.status()))
                .bind("error", Parameters.in(R2dbcType.VARCHAR, outcome.error()))
                .bind("duration", took.toMillis())
                .bind("id", claimed.id())
                .then();
    }

    private Mono<Void> failing(String webhook, @Nullable Instant since) {
        return database.sql("update webhook set failing_since = :since where id = :id")
                .bind("since", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, since == null ? null : utc(since)))
                .bind("id", webhook)
                .then();
    }

    private Mono<Void> paused(String webhook, Instant since) {
        return database.sql("update webhook set state = 'failing', failing_since = :since where id = :id"
                        + " and state = 'active'")
                .bind("since", utc(since))
                .bind("id", webhook)
                .then();
    }

    private Mono<Void> promoted(Claimed claimed, Instant now) {
        return database.sql(PROMOTE)
                .bind("now", utc(now))
                .bind("webhook", claimed.webhook())
                .bind("room", claimed.room())
                .then();
    }
}

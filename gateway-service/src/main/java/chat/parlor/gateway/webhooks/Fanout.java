package chat.parlor.gateway.webhooks;

import static chat.parlor.gateway.webhooks.Rows.utc;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.gateway.feed.Feed;
import chat.parlor.gateway.feed.FeedEvent;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Turns what is new in the feed into deliveries. A webhook reads the feed on its own, and no further than a delivery
/// of
/// everything it read is stored: its row is held meanwhile, so that it reads in one order whoever does it.
@Component
class Fanout {

    private static final String HELD =
            "select position, types from webhook where id = :id and state = 'active' for update";
    private static final String WAITING =
            "select count(*) as waiting from webhook_delivery where webhook = :id and state = 'waiting'";
    /// Of a room only the first that waits has a time.
    private static final String INSERT = """
            insert into webhook_delivery (id, webhook, room, type, body, state, by_hand, next_at, created_at)
            select f.id, $1, f.room, f.type, f.body, 'waiting', false,
                   case when f.nth = min(f.nth) over (partition by f.room) and not exists (
                            select 1 from webhook_delivery w
                             where w.webhook = $1 and w.room = f.room and w.state = 'waiting' and not w.by_hand)
                        then $2 end,
                   $2
              from unnest($3::text[], $4::text[], $5::text[], $6::text[])
                       with ordinality as f (id, room, type, body, nth)
             order by f.nth
            """;

    private final DatabaseClient database;
    private final Feed feed;
    private final WebhookStore webhooks;
    private final WebhookProperties properties;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Fanout(
            DatabaseClient database,
            Feed feed,
            WebhookStore webhooks,
            WebhookProperties properties,
            TransactionalOperator transaction,
            Clock clock) {
        this.database = database;
        this.feed = feed;
        this.webhooks = webhooks;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record Reading(long position, List<String> types) {}

    /// Reads on for every webhook that is told what happens; answers how many events were new to them.
    Mono<Integer> readOn() {
        return webhooks.active()
                .collectList()
                .flatMap(ids -> Flux.fromIterable(ids).concatMap(this::readOn).reduce(0, Integer::sum));
    }

    private Mono<Integer> readOn(String webhook) {
        return held(webhook)
                .filterWhen(reading -> hasRoom(webhook))
                .flatMap(reading -> feed.page(reading.position()).flatMap(page -> stored(webhook, reading, page)))
                .as(transaction::transactional)
                .defaultIfEmpty(0);
    }

    private Mono<Reading> held(String webhook) {
        return database.sql(HELD)
                .bind("id", webhook)
                .map(row -> new Reading(
                        Objects.requireNonNull(row.get("position", Long.class)),
                        List.of(Objects.requireNonNull(row.get("types", String[].class)))))
                .one();
    }

    private Mono<Boolean> hasRoom(String webhook) {
        return database.sql(WAITING)
                .bind("id", webhook)
                .map(row -> Objects.requireNonNull(row.get("waiting", Long.class)) < properties.mostWaiting())
                .one();
    }

    private Mono<Integer> stored(String webhook, Reading reading, List<FeedEvent> page) {
        if (page.isEmpty()) {
            return Mono.just(0);
        }
        var wanted = page.stream()
                .filter(event -> reading.types().contains(event.type()))
                .toList();
        return (wanted.isEmpty() ? Mono.<Void>empty() : inserted(webhook, wanted))
                .then(moved(webhook, page.getLast().position()))
                .thenReturn(page.size());
    }

    private Mono<Void> inserted(String webhook, List<FeedEvent> events) {
        return database.sql(INSERT)
                .bind(0, webhook)
                .bind(1, utc(clock.instant()))
                .bind(2, column(events, event -> Ids.random("wd_")))
                .bind(3, column(events, FeedEvent::room))
                .bind(4, column(events, FeedEvent::type))
                .bind(5, column(events, FeedEvent::body))
                .then();
    }

    private Mono<Void> moved(String webhook, long position) {
        return database.sql("update webhook set position = :position where id = :id")
                .bind("position", position)
                .bind("id", webhook)
                .then();
    }

    private static String[] column(List<FeedEvent> events, Function<FeedEvent, String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }
}

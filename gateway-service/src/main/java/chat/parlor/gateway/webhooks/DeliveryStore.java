package chat.parlor.gateway.webhooks;

import static chat.parlor.gateway.webhooks.Rows.utc;

import chat.parlor.gateway.erasure.ErasesRooms;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The table of deliveries: shown to people, made by hand, and taken by whoever sends them.
@Repository
class DeliveryStore implements ErasesRooms {

    private static final String CLAIM = """
            with due as (
                select d.id, row_number() over (partition by d.webhook order by d.next_at, d.number) as nth
                  from webhook_delivery d join webhook w on w.id = d.webhook
                 where d.next_at <= $1 and (w.state = 'active' or d.by_hand) and d.webhook <> all ($2)
            ), mine as (
                select id from webhook_delivery
                 where id in (select id from due where nth <= $3) and next_at <= $1
                 order by next_at, number limit $4
                   for update skip locked
            )
            update webhook_delivery d
               set next_at = $5, first_at = coalesce(d.first_at, $1)
              from mine, webhook w
             where d.id = mine.id and w.id = d.webhook
            returning d.id, d.webhook, d.room, d.body, d.by_hand, d.attempts, d.first_at, w.url, w.secret
            """;
    private static final String INSERT = """
            insert into webhook_delivery (id, webhook, room, type, body, state, by_hand, next_at, created_at)
            values (:id, :webhook, '', :type, :body, 'waiting', true, :at, :at)
            """;
    private static final String AGAIN = """
            update webhook_delivery set state = 'waiting', by_hand = true, next_at = :at
             where id = :id and webhook = :webhook and state <> 'waiting'
            """;

    private final DatabaseClient database;

    DeliveryStore(DatabaseClient database) {
        this.database = database;
    }

    /// A delivery that its taker shall send.
    record Claimed(
            String id,
            String webhook,
            String room,
            String body,
            boolean byHand,
            int attempts,
            Instant firstAt,
            Target target) {}

    /// Where it goes, and the encrypted secret to sign with.
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    record Target(String url, byte[] secret) {}

    /// Takes what is due, so that nobody else does until `lease`.
    ///
    /// @param busy webhooks that have enough under way
    /// @param each how many of one webhook at most
    Flux<Claimed> claim(Instant now, Instant lease, Collection<String> busy, int each, int most) {
        return database.sql(CLAIM)
                .bind(0, utc(now))
                .bind(1, busy.toArray(String[]::new))
                .bind(2, each)
                .bind(3, most)
                .bind(4, utc(lease))
                .map(row -> new Claimed(
                        Rows.text(row, "id"),
                        Rows.text(row, "webhook"),
                        Rows.text(row, "room"),
                        Rows.text(row, "body"),
                        Boolean.TRUE.equals(row.get("by_hand", Boolean.class)),
                        Objects.requireNonNull(row.get("attempts", Integer.class)),
                        Objects.requireNonNull(Rows.time(row, "first_at")),
                        new Target(Rows.text(row, "url"), Objects.requireNonNull(row.get("secret", byte[].class)))))
                .all();
    }

    /// The newest deliveries of a webhook, the newest first.
    Mono<List<Delivery>> newest(String webhook, int limit) {
        return database.sql("select * from webhook_delivery where webhook = :webhook order by number desc limit :limit")
                .bind("webhook", webhook)
                .bind("limit", limit)
                .map(Rows::delivery)
                .all()
                .collectList();
    }

    Mono<Delivery> byId(String id) {
        return database.sql("select * from webhook_delivery where id = :id")
                .bind("id", id)
                .map(Rows::delivery)
                .one();
    }

    /// Adds one that a person asked for.
    Mono<Void> insert(String id, String webhook, String type, String body, Instant at) {
        return database.sql(INSERT)
                .bind("id", id)
                .bind("webhook", webhook)
                .bind("type", type)
                .bind("body", body)
                .bind("at", utc(at))
                .then();
    }

    /// Lets one that is over go out once more; false when there is none.
    Mono<Boolean> again(String id, String webhook, Instant at) {
        return database.sql(AGAIN)
                .bind("id", id)
                .bind("webhook", webhook)
                .bind("at", utc(at))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// Also what waits: it quotes what is erased.
    @Override
    public Mono<Void> erase(List<String> rooms) {
        return database.sql("delete from webhook_delivery where room = any($1)")
                .bind(0, rooms.toArray(String[]::new))
                .then();
    }

    /// Forgets those that were over before `time`.
    Mono<Void> trim(Instant time) {
        return database.sql("delete from webhook_delivery where state <> 'waiting' and last_at < :time")
                .bind("time", utc(time))
                .then();
    }
}

package chat.parlor.gateway.feed;

import chat.parlor.gateway.erasure.ErasesRooms;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The table of events.
@Repository
class FeedStore implements ErasesRooms {

    private static final String APPEND = """
            with added as (
                insert into feed_event (position, id, room, type, stored_at, body)
                select $6 + row_number() over (order by f.nth), f.id, f.room, f.type, $5, f.body
                  from unnest($1::text[], $2::text[], $3::text[], $4::text[])
                           with ordinality as f (id, room, type, body, nth)
                 where not exists (select 1 from feed_event e where e.id = f.id)
                returning position)
            update feed_head set position = position + (select count(*) from added) returning position
            """;
    private static final String TRIM = """
            with gone as (
                delete from feed_event where position < coalesce(
                    (select min(position) from feed_event where stored_at >= :before),
                    (select position + 1 from feed_head))
                returning position)
            update feed_head set trimmed = greatest(trimmed, (select max(position) from gone))
             where exists (select 1 from gone)
            """;

    /// The places stay, so that no reader sees a gap.
    private static final String ERASE = """
            update feed_event
               set type = 'room.erased',
                   body = json_build_object(
                       'id', id, 'type', 'room.erased',
                       'at', to_char(stored_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                       'data', json_build_object('room', room))::text
             where room = any($1)
            """;

    private final DatabaseClient database;

    FeedStore(DatabaseClient database) {
        this.database = database;
    }

    /// An event to add.
    record Row(String id, String room, String type, String body) {}

    /// Where the feed ends. Nobody else adds events until the transaction ends.
    Mono<Long> lock() {
        return database.sql("select position from feed_head for update")
                .map(row -> number(row, "position"))
                .one();
    }

    /// Adds those that are not there yet, in their order, behind `end`, which [#lock] answered; answers where the feed
    /// ends then.
    Mono<Long> append(long end, List<Row> rows, Instant now) {
        return database.sql(APPEND)
                .bind(0, column(rows, Row::id))
                .bind(1, column(rows, Row::room))
                .bind(2, column(rows, Row::type))
                .bind(3, column(rows, Row::body))
                .bind(4, utc(now))
                .bind(5, end)
                .map(row -> number(row, "position"))
                .one();
    }

    Mono<Bounds> bounds() {
        return database.sql("select trimmed, position from feed_head")
                .map(row -> new Bounds(number(row, "trimmed"), number(row, "position")))
                .one();
    }

    /// The events behind a position, oldest first.
    Flux<FeedEvent> after(long position, int limit) {
        return database.sql("select position, room, type, body from feed_event where position > :position"
                        + " order by position limit :limit")
                .bind("position", position)
                .bind("limit", limit)
                .map(row ->
                        new FeedEvent(number(row, "position"), text(row, "room"), text(row, "type"), text(row, "body")))
                .all();
    }

    /// Forgets what was stored before `time`; never one whose forerunner is kept.
    Mono<Void> trim(Instant time) {
        return database.sql(TRIM).bind("before", utc(time)).then();
    }

    @Override
    public Mono<Void> erase(List<String> rooms) {
        return database.sql(ERASE).bind(0, rooms.toArray(String[]::new)).then();
    }

    private static String[] column(List<Row> rows, Function<Row, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}

package chat.parlor.chassis.outbox;

import chat.parlor.chassis.event.Event;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The outbox table of the service's own schema.
final class OutboxTable {

    private static final String INSERT = """
            insert into outbox (id, topic, key, type, time, traceparent, payload)
            select * from unnest(
                $1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::text[])
            """;
    private static final String OLDEST = "select * from outbox order by position limit $1";
    private static final String REMOVE = "delete from outbox where position = any($1)";
    private static final String LOCK =
            "select pg_try_advisory_xact_lock(hashtext(current_schema() || '.outbox')) as mine";
    private static final String AGE =
            "select coalesce(extract(epoch from now() - min(time)), 0)::float8 as age from outbox";

    private final DatabaseClient database;
    private final JsonMapper json;

    OutboxTable(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// An event and its place in the table.
    record Stored(long position, Event event) {}

    Mono<Void> insert(List<Event> events) {
        return database.sql(INSERT)
                .bind(0, column(events, Event::id))
                .bind(1, column(events, Event::topic))
                .bind(2, column(events, Event::key))
                .bind(3, column(events, Event::type))
                .bind(4, times(events))
                .bind(5, column(events, event -> Objects.requireNonNullElse(event.traceparent(), "")))
                .bind(6, column(events, event -> json.writeValueAsString(event.body())))
                .then();
    }

    /// Whether this relay is the only one at work until the transaction ends.
    Mono<Boolean> lock() {
        return database.sql(LOCK)
                .map(row -> Boolean.TRUE.equals(row.get("mine", Boolean.class)))
                .one();
    }

    Flux<Stored> oldest(int most) {
        return database.sql(OLDEST).bind(0, most).map(OutboxTable::stored).all();
    }

    Mono<Void> remove(List<Stored> sent) {
        return database.sql(REMOVE)
                .bind(0, sent.stream().map(Stored::position).toArray(Long[]::new))
                .then();
    }

    /// How long the oldest event has been waiting, in seconds; 0 when none waits.
    Mono<Double> age() {
        return database.sql(AGE)
                .map(row -> Objects.requireNonNull(row.get("age", Double.class)))
                .one();
    }

    private static String[] column(List<Event> events, Function<Event, String> value) {
        return events.stream().map(value).toArray(String[]::new);
    }

    private static OffsetDateTime[] times(List<Event> events) {
        return events.stream()
                .map(event -> event.time().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }

    private static Stored stored(Readable row) {
        var trace = text(row, "traceparent");
        var event = new Event(
                text(row, "topic"),
                text(row, "key"),
                text(row, "type"),
                text(row, "id"),
                Objects.requireNonNull(row.get("time", Instant.class)),
                text(row, "payload").getBytes(StandardCharsets.UTF_8),
                trace.isEmpty() ? null : trace);
        return new Stored(Objects.requireNonNull(row.get("position", Long.class)), event);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}

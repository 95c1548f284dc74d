package chat.parlor.room.queue;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The table `accepts`, and what the queue is in the table `rooms`.
@Component
class QueueStore {

    /// The newest of the window say enough; more of them only cost.
    static final int MOST_TAKEN = 200;
    /// Who stands further back is told its place when it asks.
    private static final int MOST_PLACES = 1_000;

    /// `turned_at` is still that of the turn into the queue: it began the wait that ends here.
    private static final String TAKE = """
            insert into accepts (room, fence, agent, since, taken_at)
            select id, :fence, :agent, turned_at, :now from rooms where id = :room
            on conflict do nothing
            """;

    private static final String TAKEN = "select since, taken_at, agent from accepts where taken_at > :from"
            + " order by taken_at desc limit " + MOST_TAKEN;

    private static final String FIRST =
            "select turned_at from rooms where status = 'queued' order by queued_at, id limit 1";

    private static final String NUMBERS = """
            select now() as at,
                (select count(*) from rooms where status = 'queued') as waiting,
                (select count(*) from rooms where status = 'assigned') as active,
                (select count(*) from rooms where status = 'closed' and turned_at >= :day) as closed,
                (select (avg(extract(epoch from taken_at - since)) * 1000)::bigint from accepts
                    where taken_at >= :day) as average
            """;

    private static final String LINE =
            "select id, guest from rooms where status = 'queued' order by queued_at, id" + " limit " + MOST_PLACES;

    private final DatabaseClient database;

    QueueStore(DatabaseClient database) {
        this.database = database;
    }

    /// A room that waits, and whose it is.
    record Waiting(String room, String guest) {}

    Mono<Void> take(String room, long fence, String agent, Instant now) {
        return database.sql(TAKE)
                .bind("room", room)
                .bind("fence", fence)
                .bind("agent", agent)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<List<Taken>> taken(Instant from) {
        return database.sql(TAKEN)
                .bind("from", from)
                .map(row -> new Taken(time(row, "since"), time(row, "taken_at"), text(row, "agent")))
                .all()
                .collectList();
    }

    /// Since when the first in line waits; empty when nobody does.
    Mono<Instant> first() {
        return database.sql(FIRST).map(row -> time(row, "turned_at")).one();
    }

    /// The agents who are away.
    Mono<Set<String>> gone() {
        return database.sql("select account from absences")
                .map(row -> text(row, "account"))
                .all()
                .collect(Collectors.toUnmodifiableSet());
    }

    Mono<QueueNumbers> numbers(Instant day) {
        return database.sql(NUMBERS)
                .bind("day", day)
                .map(row -> new QueueNumbers(
                        time(row, "at"),
                        number(row, "waiting"),
                        number(row, "active"),
                        number(row, "closed"),
                        row.get("average", Long.class)))
                .one();
    }

    Mono<List<Waiting>> line() {
        return database.sql(LINE)
                .map(row -> new Waiting(text(row, "id"), text(row, "guest")))
                .all()
                .collectList();
    }

    private static Instant time(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class), column);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}

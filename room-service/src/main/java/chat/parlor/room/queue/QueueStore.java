package chat.parlor.room.queue;

import chat.parlor.room.directory.RoomRows;
import chat.parlor.room.domain.Conversation;
import chat.parlor.room.domain.Room;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
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
            select r.id, t.fence, t.agent, r.turned_at, :now
            from unnest(:rooms::text[], :fences::bigint[], :agents::text[]) as t (room, fence, agent)
            join rooms r on r.id = t.room
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

    /// Waits for whoever changes one of them, and passes over those that do not wait any more then.
    private static final String NEXT = "select " + RoomRows.COLUMNS + """
            , (select a.agent from accepts a where a.room = r.id and a.taken_at > r.queued_at
                order by a.fence desc limit 1) as returned_by
            from rooms r where r.status = 'queued' order by r.queued_at, r.id limit :most for update of r
            """;

    private final DatabaseClient database;

    QueueStore(DatabaseClient database) {
        this.database = database;
    }

    /// A room that waits, and whose it is.
    record Waiting(String room, String guest) {}

    /// Each of `rooms` was taken by the agent who has it in that version.
    Mono<Void> take(List<Room> rooms, Instant now) {
        var turns = rooms.stream()
                .map(Room::conversation)
                .map(Objects::requireNonNull)
                .toList();
        return database.sql(TAKE)
                .bind("rooms", rooms.stream().map(Room::id).toArray(String[]::new))
                .bind("fences", turns.stream().map(Conversation::fence).toArray(Long[]::new))
                .bind("agents", turns.stream().map(QueueStore::agent).toArray(String[]::new))
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static String agent(Conversation turn) {
        return Objects.requireNonNull(turn.assignee()).id();
    }

    /// The first in line, kept from changing until the transaction ends.
    Flux<Next> next(int most) {
        return database.sql(NEXT)
                .bind("most", most)
                .map(row -> new Next(RoomRows.room(row), row.get("returned_by", String.class)))
                .all();
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

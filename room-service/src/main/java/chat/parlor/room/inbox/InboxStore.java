package chat.parlor.room.inbox;

import chat.parlor.room.directory.RoomRows;
import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomStatus;
import chat.parlor.room.queue.Pace;
import chat.parlor.room.queue.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.ReactiveTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Mono;

/// Reads what lists and views of rooms need.
@Component
class InboxStore {

    private static final String ACTIVITY = "select " + Activity.COLUMNS
            + " from rooms r left join marks k on k.member = :reader and k.room = r.id where r.id = :room";

    private static final String POSITIONS = """
            select id, position from (
                select id, row_number() over (order by queued_at, id) as position from rooms where status = 'queued') q
            where id = any(:rooms)
            """;

    private static final String BEGIN = """
            with beginning as (
                insert into marks (member, room, ordinal)
                select :member, id, messages from rooms where id = :room and head > 0
                on conflict (member, room) do update set ordinal = greatest(marks.ordinal, excluded.ordinal)
            )
            select head from rooms where id = :room and head > 0
            """;

    private static final String NEWEST = """
            select active_at from rooms where kind <> 'backroom' order by active_at desc, id desc offset :newest limit 1
            """;

    /// How long it is good enough to know which rooms are the newest.
    private static final Duration NEWEST_KNOWN = Duration.ofMinutes(1);

    private static final TransactionDefinition SNAPSHOT = snapshot();

    private final DatabaseClient database;
    private final Queue queue;
    private final TransactionalOperator snapshot;
    private final Mono<Instant> newest;

    InboxStore(
            DatabaseClient database, Queue queue, InboxProperties properties, ReactiveTransactionManager transactions) {
        this.database = database;
        this.queue = queue;
        this.snapshot = TransactionalOperator.create(transactions, SNAPSHOT);
        this.newest = database.sql(NEWEST)
                .bind("newest", properties.newest())
                .map(row -> Objects.requireNonNull(row.get("active_at", Instant.class)))
                .one()
                .defaultIfEmpty(Instant.EPOCH)
                .cacheInvalidateWhen(known -> Mono.delay(NEWEST_KNOWN).then());
    }

    /// Since when the newest rooms have been active; always, as long as there are not more than those.
    Mono<Instant> newest() {
        return newest;
    }

    /// A room with its activity.
    record Shown(Room room, Activity activity) {
        Shown at(RoomView.@Nullable Queue place) {
            return new Shown(room, activity.at(place));
        }
    }

    /// What `reads` asks for, all of it as it was at one moment: a room that changes from one half of a list to the
    /// other
    /// between two questions would be in neither.
    <T> Mono<T> atOnce(Mono<T> reads) {
        return snapshot.transactional(reads);
    }

    Mono<List<Shown>> half(InboxSql sql) {
        return database.sql(sql.text())
                .bindValues(sql.values())
                .map(row -> new Shown(RoomRows.room(row), Activity.of(row)))
                .all()
                .collectList();
    }

    Mono<Activity> activity(Room room, String reader) {
        return database.sql(ACTIVITY)
                .bind("reader", reader)
                .bind("room", room.id())
                .map(Activity::of)
                .one()
                .flatMap(activity -> places(List.of(room)).map(places -> activity.at(places.get(room.id()))));
    }

    /// The places of those of `rooms` that wait, by id.
    Mono<Map<String, RoomView.Queue>> places(List<Room> rooms) {
        var waiting = rooms.stream().filter(InboxStore::waits).map(Room::id).toArray(String[]::new);
        if (waiting.length == 0) {
            return Mono.just(Map.of());
        }
        return queue.pace().flatMap(pace -> places(waiting, pace));
    }

    private Mono<Map<String, RoomView.Queue>> places(String[] waiting, Pace pace) {
        return database.sql(POSITIONS)
                .bind("rooms", waiting)
                .map(row -> Map.entry(
                        Objects.requireNonNull(row.get("id", String.class)),
                        Objects.requireNonNull(row.get("position", Long.class))))
                .all()
                .collectMap(
                        Map.Entry::getKey,
                        found -> new RoomView.Queue(found.getValue(), pace.waitMs(found.getValue())));
    }

    private static boolean waits(Room room) {
        var conversation = room.conversation();
        return conversation != null && conversation.status() == RoomStatus.QUEUED;
    }

    /// All messages so far count as read by `member`.
    ///
    /// @return the place up to which that is; empty when there is nothing to read
    Mono<Long> beginHere(String room, String member) {
        return database.sql(BEGIN)
                .bind("member", member)
                .bind("room", room)
                .map(row -> Objects.requireNonNull(row.get("head", Long.class)))
                .one();
    }

    private static TransactionDefinition snapshot() {
        var definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        definition.setReadOnly(true);
        return definition;
    }
}

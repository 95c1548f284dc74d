package chat.parlor.room.inbox;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.room.directory.RoomRows;
import chat.parlor.room.domain.Room;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reads what lists and views of rooms need.
@Component
class InboxStore {

    private static final String ACTIVITY = "select " + Activity.COLUMNS
            + " from rooms r left join marks k on k.member = :reader and k.room = r.id where r.id = :room";

    private static final String BEGIN = """
            insert into marks (member, room, ordinal) select :member, id, messages from rooms where id = :room
            on conflict (member, room) do update set ordinal = greatest(marks.ordinal, excluded.ordinal)
            """;

    private final DatabaseClient database;

    InboxStore(DatabaseClient database) {
        this.database = database;
    }

    /// A room with its activity.
    record Shown(Room room, Activity activity) {}

    Mono<List<Shown>> half(InboxQuery query, Caller reader, boolean unread, @Nullable Cursor after, int limit) {
        var sql = InboxSql.half(query, reader, unread, after, limit);
        return database.sql(sql.text())
                .bindValues(sql.values())
                .map(row -> new Shown(RoomRows.room(row), Activity.of(row)))
                .all()
                .collectList();
    }

    Mono<Activity> activity(String room, String reader) {
        return database.sql(ACTIVITY)
                .bind("reader", reader)
                .bind("room", room)
                .map(Activity::of)
                .one();
    }

    /// All messages so far count as read by `member`.
    Mono<Void> beginHere(String room, String member) {
        return database.sql(BEGIN)
                .bind("member", member)
                .bind("room", room)
                .fetch()
                .rowsUpdated()
                .then();
    }
}

package chat.parlor.room.links;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The table `room_link`.
@Component
class LinkStore {

    private static final String PUT = """
            insert into room_link (room, kind, record, label, changed_at)
            values (:room, :kind, :record, :label, :now)
            on conflict (room, kind) do update
            set record = excluded.record, label = excluded.label, changed_at = excluded.changed_at
            where (room_link.record, room_link.label) is distinct from (excluded.record, excluded.label)
            """;

    private final DatabaseClient database;

    LinkStore(DatabaseClient database) {
        this.database = database;
    }

    Flux<RecordLink> of(String room) {
        return database.sql("select kind, record, label from room_link where room = :room")
                .bind("room", room)
                .map(LinkStore::link)
                .all();
    }

    /// Whether that changed anything.
    Mono<Boolean> put(String room, RecordLink link, Instant now) {
        return database.sql(PUT)
                .bind("room", room)
                .bind("kind", link.kind().wire())
                .bind("record", link.record())
                .bind("label", link.label())
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// Whether that changed anything.
    Mono<Boolean> clear(String room, LinkKind kind) {
        return database.sql("delete from room_link where room = :room and kind = :kind")
                .bind("room", room)
                .bind("kind", kind.wire())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    private static RecordLink link(Readable row) {
        return new RecordLink(LinkKind.from(text(row, "kind")).orElseThrow(), text(row, "record"), text(row, "label"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}

package chat.parlor.room.erasure;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The table `erased_room`.
@Repository
class ErasedRooms {

    private final DatabaseClient database;

    ErasedRooms(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> add(Gone gone, String guest, Instant now) {
        return database.sql("""
                        insert into erased_room (room, guest, version, erased_at)
                        values (:room, :guest, :version, :now)
                        """)
                .bind("room", gone.id())
                .bind("guest", guest)
                .bind("version", gone.version())
                .bind("now", now)
                .then();
    }

    /// All that are gone with `guest`, however many times it was asked for.
    Mono<List<Gone>> of(String guest) {
        return database.sql("select room, version from erased_room where guest = :guest order by room")
                .bind("guest", guest)
                .map(row -> new Gone(
                        Objects.requireNonNull(row.get("room", String.class)),
                        Objects.requireNonNull(row.get("version", Long.class))))
                .all()
                .collectList();
    }
}

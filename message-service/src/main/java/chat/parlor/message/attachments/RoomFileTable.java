package chat.parlor.message.attachments;

import chat.parlor.message.attachments.FilesOfRooms.Kept;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is kept of the files of a room.
@Repository
class RoomFileTable {

    private static final String SOME = "select * from attachments where room = $1 and id > $2 order by id limit $3";
    private static final String REMOVE = """
            with gone as (delete from attachments where id = any($1) returning size)
            select count(*) as files, coalesce(sum(size), 0)::bigint as bytes from gone
            """;

    private final DatabaseClient database;

    RoomFileTable(DatabaseClient database) {
        this.database = database;
    }

    /// What was removed.
    record Gone(long files, long bytes) {}

    Flux<Kept> some(String room, String after, int most) {
        return database.sql(SOME)
                .bind(0, room)
                .bind(1, after)
                .bind(2, most)
                .map(RoomFileTable::kept)
                .all();
    }

    Mono<Gone> remove(List<String> ids) {
        return database.sql(REMOVE)
                .bind(0, ids.toArray(String[]::new))
                .map(row -> new Gone(number(row, "files"), number(row, "bytes")))
                .one();
    }

    private static Kept kept(Readable row) {
        return new Kept(
                text(row, "id"),
                text(row, "name"),
                text(row, "type"),
                number(row, "size"),
                text(row, "uploader"),
                Objects.requireNonNull(row.get("uploaded_at", Instant.class)),
                row.get("seq", Long.class));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}

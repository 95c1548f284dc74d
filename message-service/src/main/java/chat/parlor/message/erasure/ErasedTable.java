package chat.parlor.message.erasure;

import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// How much was erased of each room.
@Repository
class ErasedTable {

    private static final String SUM = """
            select coalesce(sum(entries), 0)::bigint as entries, coalesce(sum(files), 0)::bigint as files,
                coalesce(sum(bytes), 0)::bigint as bytes
            from erased where room = any($1)
            """;
    private static final String COUNT = """
            insert into erased as had (room, entries, files, bytes) values ($1, 0, $2, $3)
            on conflict (room) do update set files = had.files + excluded.files, bytes = had.bytes + excluded.bytes
            """;

    private final DatabaseClient database;

    ErasedTable(DatabaseClient database) {
        this.database = database;
    }

    /// What was erased of several rooms together.
    record Sum(long entries, long files, long bytes) {}

    Mono<Sum> sum(List<String> rooms) {
        return database.sql(SUM)
                .bind(0, rooms.toArray(String[]::new))
                .map(row -> new Sum(
                        Objects.requireNonNull(row.get("entries", Long.class)),
                        Objects.requireNonNull(row.get("files", Long.class)),
                        Objects.requireNonNull(row.get("bytes", Long.class))))
                .one();
    }

    /// Counts files of a room, in the current transaction.
    Mono<Void> count(String room, long files, long bytes) {
        return database.sql(COUNT).bind(0, room).bind(1, files).bind(2, bytes).then();
    }
}

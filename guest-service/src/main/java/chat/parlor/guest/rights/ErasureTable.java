package chat.parlor.guest.rights;

import chat.parlor.guest.rights.Erasure.Progress;
import chat.parlor.guest.rights.Erasure.Requester;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The tables `erasure` and `erasure_part`.
@Repository
class ErasureTable {

    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;

    ErasureTable(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<Void> insert(Erasure erasure) {
        return database.sql("""
                        insert into erasure (id, guest, requested_by, requester_name, requested_at)
                        values (:id, :guest, :by, :name, :at)
                        """)
                .bind("id", erasure.id())
                .bind("guest", erasure.guest())
                .bind("by", erasure.requestedBy().id())
                .bind("name", erasure.requestedBy().name())
                .bind("at", erasure.requestedAt())
                .then();
    }

    /// The part is done; what was said first counts.
    Mono<Void> done(String erasure, Part part, Instant now, Map<String, Long> removed) {
        return database.sql("""
                        insert into erasure_part (erasure, part, done_at, removed)
                        values (:erasure, :part, :now, :removed)
                        on conflict do nothing
                        """)
                .bind("erasure", erasure)
                .bind("part", part.wire())
                .bind("now", now)
                .bind("removed", Json.of(json.writeValueAsString(removed)))
                .then();
    }

    /// All of it is done. Whether it was not before.
    Mono<Boolean> complete(String erasure, Instant now) {
        return database.sql("update erasure set done_at = :now where id = :id and done_at is null")
                .bind("now", now)
                .bind("id", erasure)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// That of `guest`; empty when nobody decided it.
    Mono<Erasure> ofGuest(String guest) {
        return whole(database.sql("select * from erasure where guest = :key").bind("key", guest));
    }

    /// That with this id, kept from changing until the transaction ends.
    Mono<Erasure> locked(String id) {
        return whole(
                database.sql("select * from erasure where id = :key for update").bind("key", id));
    }

    /// The newest.
    Flux<Erasure> newest(int most) {
        return database.sql("select * from erasure order by requested_at desc, id desc limit :most")
                .bind("most", most)
                .map(ErasureTable::erasure)
                .all()
                .collectList()
                .flatMapIterable(found -> found)
                .concatMap(this::withParts);
    }

    private Mono<Erasure> whole(DatabaseClient.GenericExecuteSpec select) {
        return select.map(ErasureTable::erasure).one().flatMap(this::withParts);
    }

    private Mono<Erasure> withParts(Erasure erasure) {
        return database.sql("select part, done_at, removed::text as removed from erasure_part where erasure = :id")
                .bind("id", erasure.id())
                .map(this::progress)
                .all()
                .collectList()
                .map(erasure::with);
    }

    private Progress progress(Readable row) {
        var removed = json.readValue(text(row, "removed"), COUNTS);
        return new Progress(Part.of(text(row, "part")), row.get("done_at", Instant.class), removed);
    }

    private static Erasure erasure(Readable row) {
        return new Erasure(
                text(row, "id"),
                text(row, "guest"),
                new Requester(text(row, "requested_by"), text(row, "requester_name")),
                Objects.requireNonNull(row.get("requested_at", Instant.class)),
                row.get("done_at", Instant.class),
                Arrays.stream(Part.values()).map(Progress::outstanding).toList());
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }
}

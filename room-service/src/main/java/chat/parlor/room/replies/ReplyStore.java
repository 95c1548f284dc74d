package chat.parlor.room.replies;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The table `quick_reply`.
@Component
class ReplyStore {

    private static final String INSERT = """
            insert into quick_reply (id, owner, shortcut, title, body, version, updated_at)
            values (:id, :owner, :shortcut, :title, :body, :version, :updatedAt)
            on conflict do nothing
            """;

    private static final String UPDATE = """
            update quick_reply set shortcut = :shortcut, title = :title, body = :body, version = :version,
                updated_at = :updatedAt
            where id = :id and version = :version - 1
            """;

    private final DatabaseClient database;

    ReplyStore(DatabaseClient database) {
        this.database = database;
    }

    /// The shared ones and those of `account`, by shortcut.
    Flux<QuickReply> visibleTo(String account) {
        return database.sql("select * from quick_reply where owner is null or owner = :account order by shortcut, id")
                .bind("account", account)
                .map(ReplyStore::reply)
                .all();
    }

    Mono<QuickReply> find(String id) {
        return database.sql("select * from quick_reply where id = :id")
                .bind("id", id)
                .map(ReplyStore::reply)
                .one();
    }

    /// How many an owner has, who gets no more until the transaction ends.
    Mono<Long> countedAlone(@Nullable String owner) {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('quick_reply ' || :owner, 0))")
                .bind("owner", owner == null ? "" : owner)
                .fetch()
                .all()
                .then(database.sql("select count(*) from quick_reply where owner is not distinct from :owner")
                        .bindValues(Map.of("owner", text(owner)))
                        .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                        .one());
    }

    /// Whether it was stored: false when the shortcut is taken.
    Mono<Boolean> insert(QuickReply reply) {
        return database.sql(INSERT)
                .bindValues(words(reply))
                .bindValues(Map.of("owner", text(reply.owner())))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// Whether it was stored: false when it is not the next version. Fails with a
    /// [org.springframework.dao.DuplicateKeyException] when the shortcut is taken.
    Mono<Boolean> update(QuickReply reply) {
        return database.sql(UPDATE)
                .bindValues(words(reply))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    Mono<Void> delete(String id) {
        return database.sql("delete from quick_reply where id = :id")
                .bind("id", id)
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static Map<String, Object> words(QuickReply reply) {
        return Map.of(
                "id", reply.id(),
                "shortcut", reply.words().shortcut(),
                "title", reply.words().title(),
                "body", reply.words().body(),
                "version", reply.version(),
                "updatedAt", reply.updatedAt());
    }

    private static Object text(@Nullable String value) {
        return value == null ? Parameters.in(String.class) : value;
    }

    private static QuickReply reply(Readable row) {
        return new QuickReply(
                present(row, "id", String.class),
                row.get("owner", String.class),
                new QuickReply.Words(
                        present(row, "shortcut", String.class),
                        present(row, "title", String.class),
                        present(row, "body", String.class)),
                present(row, "version", Long.class),
                present(row, "updated_at", Instant.class));
    }

    private static <T> T present(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}

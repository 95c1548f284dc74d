package chat.parlor.guest.identity;

import chat.parlor.guest.identity.IdentityKey.Creator;
import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The keys, and whether identity is required.
@Repository
class IdentityTable {

    private static final String COUNTING =
            " from identity_key where ends_at is null or ends_at > :now" + " order by created_at desc, id desc";

    private final DatabaseClient database;

    IdentityTable(DatabaseClient database) {
        this.database = database;
    }

    /// Keeps others from changing keys or policy until the transaction ends.
    Mono<Void> lock() {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('identity settings', 0))")
                .then();
    }

    /// The keys that count, the newest first.
    Flux<IdentityKey> counting(Instant now) {
        return database.sql("select id, created_by, creator_name, created_at, ends_at" + COUNTING)
                .bind("now", utc(now))
                .map(IdentityTable::key)
                .all();
    }

    /// What to check signatures with, the newest first.
    Flux<String> secrets(Instant now, KeySeal seal) {
        return database.sql("select id, sealed" + COUNTING)
                .bind("now", utc(now))
                .map(row -> seal.opened(text(row, "id"), Objects.requireNonNull(row.get("sealed", byte[].class))))
                .all()
                .concatMap(Mono::justOrEmpty);
    }

    /// Adds a key, and gives those before an end.
    Mono<Void> add(IdentityKey key, byte[] sealed, Instant othersEnd) {
        return database.sql("update identity_key set ends_at = least(ends_at, :end)")
                .bind("end", utc(othersEnd))
                .then()
                .then(database.sql("""
                        insert into identity_key (id, sealed, created_by, creator_name, created_at)
                        values (:id, :sealed, :by, :name, :at)
                        """)
                        .bind("id", key.id())
                        .bind("sealed", sealed)
                        .bind("by", key.createdBy().id())
                        .bind("name", key.createdBy().name())
                        .bind("at", utc(key.createdAt()))
                        .then());
    }

    /// Whether there was such a key that counted. Those that ended are gone with it.
    Mono<Boolean> remove(String id, Instant now) {
        return database.sql("delete from identity_key where ends_at <= :now")
                .bind("now", utc(now))
                .then()
                .then(database.sql("delete from identity_key where id = :id")
                        .bind("id", id)
                        .fetch()
                        .rowsUpdated()
                        .map(rows -> rows > 0));
    }

    Mono<Boolean> required() {
        return database.sql("select (value ->> 'required')::boolean as required from setting where name = 'identity'")
                .map(row -> Boolean.TRUE.equals(row.get("required", Boolean.class)))
                .one()
                .defaultIfEmpty(false);
    }

    Mono<Void> require(boolean required, Instant now) {
        return database.sql("""
                insert into setting (name, value, changed_at) values ('identity', :value, :now)
                on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at
                """)
                .bind("value", Json.of("{\"required\":" + required + "}"))
                .bind("now", utc(now))
                .then();
    }

    private static IdentityKey key(Readable row) {
        var creator = new Creator(text(row, "created_by"), text(row, "creator_name"));
        var created = Objects.requireNonNull(row.get("created_at", OffsetDateTime.class));
        return new IdentityKey(
                text(row, "id"), creator, created.toInstant(), instant(row.get("ends_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}

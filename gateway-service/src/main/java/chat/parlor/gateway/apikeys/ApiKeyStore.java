package chat.parlor.gateway.apikeys;

import chat.parlor.gateway.apikeys.ApiKey.Creator;
import chat.parlor.gateway.identity.TokenHash;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The tables of keys and their secrets.
@Repository
class ApiKeyStore {

    private static final String KEYS = """
            select k.id, k.name, k.scopes, k.created_by, a.name as creator, k.created_at, k.expires_at, k.last_used_at,
                   (select max(s.ends_at) from api_key_secret s where s.key = k.id and s.ends_at > :now) as former
              from api_key k join account a on a.id = k.created_by
             where k.revoked_at is null
            """;
    private static final String INSERT = """
            insert into api_key (id, name, scopes, created_by, created_at, expires_at)
            values (:id, :name, :scopes, :by, :at, :expires)
            """;
    private static final String INSERT_SECRET =
            "insert into api_key_secret (id, hash, key, created_at) values (:id, :hash, :key, :at)";
    private static final String END = """
            update api_key_secret set ends_at = :at
             where key = :key and (ends_at is null or ends_at > :at)
            returning id
            """;

    private final DatabaseClient database;

    ApiKeyStore(DatabaseClient database) {
        this.database = database;
    }

    /// All keys that were not revoked, the newest first; those that are too old are among them.
    Mono<List<ApiKey>> all(Instant now) {
        return database.sql(KEYS + " order by k.created_at desc, k.id")
                .bind("now", utc(now))
                .map(ApiKeyStore::key)
                .all()
                .collectList();
    }

    /// The key, unless it was revoked; nobody else changes it until the transaction ends.
    Mono<ApiKey> locked(String id, Instant now) {
        return database.sql(KEYS + " and k.id = :id for update of k")
                .bind("now", utc(now))
                .bind("id", id)
                .map(ApiKeyStore::key)
                .one();
    }

    /// How many keys there are that were not revoked. Until the transaction ends nobody else makes one.
    Mono<Long> count() {
        return database.sql("select pg_advisory_xact_lock(hashtext(current_schema() || '.api_key'))")
                .then()
                .then(database.sql("select count(*) as keys from api_key where revoked_at is null")
                        .map(row -> Objects.requireNonNull(row.get("keys", Long.class)))
                        .one());
    }

    Mono<Void> insert(ApiKey key) {
        var expires = key.expiresAt() == null ? null : utc(key.expiresAt());
        return database.sql(INSERT)
                .bind("id", key.id())
                .bind("name", key.name())
                .bind("scopes", key.scopes().toArray(String[]::new))
                .bind("by", key.createdBy().id())
                .bind("at", utc(key.createdAt()))
                .bind("expires", Parameters.in(R2dbcType.TIMESTAMP_WITH_TIME_ZONE, expires))
                .then();
    }

    Mono<Void> insertSecret(String id, String key, String secret, Instant at) {
        return database.sql(INSERT_SECRET)
                .bind("id", id)
                .bind("hash", TokenHash.of(secret))
                .bind("key", key)
                .bind("at", utc(at))
                .then();
    }

    /// Lets the key's secrets count until `at` at the longest; answers those that would have counted longer.
    Mono<List<String>> endSecrets(String key, Instant at) {
        return database.sql(END)
                .bind("key", key)
                .bind("at", utc(at))
                .map(row -> text(row, "id"))
                .all()
                .collectList();
    }

    Mono<Void> revoke(String key, Instant at) {
        return database.sql("update api_key set revoked_at = :at where id = :id")
                .bind("at", utc(at))
                .bind("id", key)
                .then();
    }

    private static ApiKey key(Readable row) {
        return new ApiKey(
                text(row, "id"),
                text(row, "name"),
                List.of(Objects.requireNonNull(row.get("scopes", String[].class))),
                new Creator(text(row, "created_by"), text(row, "creator")),
                Objects.requireNonNull(time(row, "created_at")),
                time(row, "expires_at"),
                time(row, "last_used_at"),
                time(row, "former"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static @Nullable Instant time(Readable row, String column) {
        var time = row.get(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}

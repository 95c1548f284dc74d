package chat.parlor.gateway.keys;

import com.nimbusds.jose.jwk.ECKey;
import io.r2dbc.spi.Readable;
import java.text.ParseException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The table of signing keys.
@Repository
class KeyStore {

    private static final String INSERT =
            "insert into signing_key (id, jwk, created_at, signs_from) values (:id, :jwk, :at, :from)";

    private final DatabaseClient database;

    KeyStore(DatabaseClient database) {
        this.database = database;
    }

    /// Waits until no other node changes the keys, for the rest of the transaction.
    Mono<Void> lock() {
        return database.sql("lock table signing_key in share row exclusive mode")
                .then();
    }

    Mono<Keyring> all() {
        return database.sql("select jwk, signs_from from signing_key")
                .map(KeyStore::key)
                .all()
                .collectList()
                .map(Keyring::new);
    }

    Mono<Void> insert(SigningKey key, Instant at) {
        return database.sql(INSERT)
                .bind("id", key.id())
                .bind("jwk", key.key().toJSONString())
                .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .bind("from", OffsetDateTime.ofInstant(key.signsFrom(), ZoneOffset.UTC))
                .then();
    }

    Mono<Void> delete(List<SigningKey> keys) {
        return database.sql("delete from signing_key where id = any(:ids)")
                .bind("ids", keys.stream().map(SigningKey::id).toArray(String[]::new))
                .then();
    }

    private static SigningKey key(Readable row) {
        try {
            var key = ECKey.parse(Objects.requireNonNull(row.get("jwk", String.class)));
            var from = Objects.requireNonNull(row.get("signs_from", OffsetDateTime.class));
            return new SigningKey(key, from.toInstant());
        } catch (ParseException e) {
            throw new IllegalStateException("a stored signing key cannot be read", e);
        }
    }
}

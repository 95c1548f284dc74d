package chat.parlor.gateway.apikeys;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.gateway.identity.Login;
import chat.parlor.gateway.identity.TokenHash;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The tables of keys, asked who shows a secret.
@Repository
class ApiKeyLogins {

    private static final String LIVE = """
            select s.id as secret, s.hash, k.id, k.name, k.scopes,
                   least(k.expires_at, s.ends_at) as until
              from api_key_secret s join api_key k on k.id = s.key
             where s.hash = :hash and k.revoked_at is null
               and (k.expires_at is null or k.expires_at > :now) and (s.ends_at is null or s.ends_at > :now)
            """;
    private static final String USED = """
            update api_key set last_used_at = :now
             where id = :id and (last_used_at is null or last_used_at < :before)
            """;

    private final DatabaseClient database;

    ApiKeyLogins(DatabaseClient database) {
        this.database = database;
    }

    /// The login behind a secret; empty when it is unknown, ended or over, or its key is.
    Mono<Login> live(String secret, Instant now) {
        var hash = TokenHash.of(secret);
        return database.sql(LIVE)
                .bind("hash", hash)
                .bind("now", utc(now))
                .map(row -> new Found(text(row, "hash"), login(row)))
                .one()
                .filter(found -> same(found.hash(), hash))
                .map(Found::login);
    }

    private record Found(String hash, Login login) {}

    /// Notes a use, unless the last one noted was after `before`.
    Mono<Void> used(String key, Instant now, Instant before) {
        return database.sql(USED)
                .bind("id", key)
                .bind("now", utc(now))
                .bind("before", utc(before))
                .then();
    }

    /// The index found it by its hash; the comparison that counts takes the same time whatever was shown.
    private static boolean same(String stored, String shown) {
        return MessageDigest.isEqual(
                stored.getBytes(StandardCharsets.US_ASCII), shown.getBytes(StandardCharsets.US_ASCII));
    }

    private static Login login(Readable row) {
        var scopes = Set.of(Objects.requireNonNull(row.get("scopes", String[].class)));
        var caller = new Caller(text(row, "id"), CallerKind.BOT, text(row, "name"), scopes, null);
        var until = row.get("until", OffsetDateTime.class);
        return new Login(caller, text(row, "secret"), until == null ? Instant.MAX : until.toInstant());
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}

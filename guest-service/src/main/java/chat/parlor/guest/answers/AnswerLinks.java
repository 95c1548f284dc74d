package chat.parlor.guest.answers;

import chat.parlor.guest.registration.TokenHash;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The links of mails. They are known by their digests only.
@Repository
class AnswerLinks {

    private final DatabaseClient database;

    AnswerLinks(DatabaseClient database) {
        this.database = database;
    }

    /// The two secrets of one mail.
    record Secrets(String back, String stop) {}

    /// The link back into a conversation, as it is now.
    record Back(String guest, String name, String room, Instant expiresAt, boolean used) {}

    /// Whose mails a link ends.
    record Stop(String room, @Nullable String language) {}

    /// Stores a mail's links, and forgets those of mails from before `forgotten`.
    Mono<Void> insert(Secrets secrets, AnswerTable.Due due, Instant now, Instant expires, Instant forgotten) {
        return database.sql("delete from answer_link where sent_at < :forgotten")
                .bind("forgotten", utc(forgotten))
                .then()
                .then(database.sql("""
                        insert into answer_link (token_hash, stop_hash, guest, room, sent_at, expires_at)
                        values (:back, :stop, :guest, :room, :now, :expires)
                        """)
                        .bind("back", TokenHash.of(secrets.back()))
                        .bind("stop", TokenHash.of(secrets.stop()))
                        .bind("guest", due.guest())
                        .bind("room", due.room())
                        .bind("now", utc(now))
                        .bind("expires", utc(expires))
                        .then());
    }

    /// Locked until the transaction ends, so that of many who come with it one gets in; empty when there is none.
    Mono<Back> back(String secret) {
        return database.sql("""
                        select l.guest, g.name, l.room, l.expires_at, l.used_at is not null as used
                          from answer_link l join guest g on g.id = l.guest
                         where l.token_hash = :hash for update of l
                        """)
                .bind("hash", TokenHash.of(secret))
                .map(AnswerLinks::read)
                .one();
    }

    Mono<Void> use(String secret, Instant now) {
        return database.sql("update answer_link set used_at = :now where token_hash = :hash")
                .bind("now", utc(now))
                .bind("hash", TokenHash.of(secret))
                .then();
    }

    /// Empty when there is none.
    Mono<Stop> stop(String secret) {
        return database.sql("""
                        select l.room, g.language from answer_link l join guest g on g.id = l.guest
                         where l.stop_hash = :hash
                        """)
                .bind("hash", TokenHash.of(secret))
                .map(row -> new Stop(text(row, "room"), row.get("language", String.class)))
                .one();
    }

    private static Back read(Readable row) {
        return new Back(
                text(row, "guest"),
                text(row, "name"),
                text(row, "room"),
                Objects.requireNonNull(row.get("expires_at", OffsetDateTime.class))
                        .toInstant(),
                Objects.requireNonNull(row.get("used", Boolean.class)));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}

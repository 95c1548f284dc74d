package chat.parlor.chassis.mail;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// The table of waiting mails in the service's own schema. A row is gone as soon as its mail is sent or given up.
final class MailTable {

    private static final String INSERT = """
            insert into mail (id, sealed, created_at, next_at, last_at)
            select :id, :sealed, :at, :at, :last where (select count(*) from mail) < :most
            """;
    private static final String CLAIM = """
            update mail set attempts = attempts + 1, next_at = :until
             where position = (select position from mail where next_at <= :now
                                order by position limit 1 for update skip locked)
            returning position, id, sealed, attempts, last_at
            """;
    private static final String AGE =
            "select coalesce(extract(epoch from now() - min(created_at)), 0)::float8 as age from mail";

    private final DatabaseClient database;

    MailTable(DatabaseClient database) {
        this.database = database;
    }

    /// A mail whose turn it is.
    ///
    /// @param attempts how often it was tried, this time included
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Waiting(long position, String id, byte[] sealed, int attempts, Instant lastAt) {}

    /// Stores a mail; false when `most` are waiting already.
    Mono<Boolean> insert(String id, byte[] sealed, Instant at, Instant last, int most) {
        return database.sql(INSERT)
                .bind("id", id)
                .bind("sealed", sealed)
                .bind("at", utc(at))
                .bind("last", utc(last))
                .bind("most", most)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// The oldest mail that is due, which nobody else gets before `until`; empty when none is.
    Mono<Waiting> claim(Instant now, Instant until) {
        return database.sql(CLAIM)
                .bind("now", utc(now))
                .bind("until", utc(until))
                .map(MailTable::waiting)
                .one();
    }

    Mono<Void> remove(Waiting mail) {
        return database.sql("delete from mail where position = :position")
                .bind("position", mail.position())
                .then();
    }

    Mono<Void> postpone(Waiting mail, Instant next) {
        return database.sql("update mail set next_at = :next where position = :position")
                .bind("next", utc(next))
                .bind("position", mail.position())
                .then();
    }

    /// How long the oldest mail has been waiting, in seconds; 0 when none waits.
    Mono<Double> age() {
        return database.sql(AGE)
                .map(row -> Objects.requireNonNull(row.get("age", Double.class)))
                .one();
    }

    private static Waiting waiting(Readable row) {
        return new Waiting(
                Objects.requireNonNull(row.get("position", Long.class)),
                Objects.requireNonNull(row.get("id", String.class)),
                Objects.requireNonNull(row.get("sealed", byte[].class)),
                Objects.requireNonNull(row.get("attempts", Integer.class)),
                Objects.requireNonNull(row.get("last_at", OffsetDateTime.class)).toInstant());
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}

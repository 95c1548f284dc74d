package chat.parlor.guest.transcripts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// Whom conversations are sent to, and when they were.
@Repository
class TranscriptTable {

    private final DatabaseClient database;

    TranscriptTable(DatabaseClient database) {
        this.database = database;
    }

    /// The guest of a room, who gave an address.
    record Addressee(String guest, String email) {}

    /// The guest who began the room, locked until the transaction ends, so that of many wishes at once no more count
    /// than may; empty when no guest did, or one without an address.
    Mono<Addressee> addressee(String room) {
        return database.sql("""
                select id, email from guest where email is not null
                    and (room = :room or id = (select guest from conversation where room = :room)) for update
                """)
                .bind("room", room)
                .map(row -> new Addressee(
                        Objects.requireNonNull(row.get("id", String.class)),
                        Objects.requireNonNull(row.get("email", String.class))))
                .one();
    }

    /// When the room was sent since, the oldest first.
    Mono<List<Instant>> sentSince(String room, Instant since) {
        return database.sql("select sent_at from transcript where room = :room and sent_at > :since order by sent_at")
                .bind("room", room)
                .bind("since", utc(since))
                .map(row -> Objects.requireNonNull(row.get("sent_at", OffsetDateTime.class))
                        .toInstant())
                .all()
                .collectList();
    }

    /// Counts one, and forgets what counts no more.
    Mono<Void> sent(String guest, String room, Instant at, Instant forgotten) {
        return database.sql("delete from transcript where room = :room and sent_at <= :before")
                .bind("room", room)
                .bind("before", utc(forgotten))
                .then()
                .then(database.sql("insert into transcript (guest, room, sent_at) values (:guest, :room, :at)")
                        .bind("guest", guest)
                        .bind("room", room)
                        .bind("at", utc(at))
                        .then());
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}

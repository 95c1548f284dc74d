package chat.parlor.guest.answers;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// How far guests with an address are in their conversations, and what is due. Rooms that no guest began, like those
/// of notes, are never in it.
@Repository
class AnswerTable {

    /// What was read or sent already is not due again, however often it is heard of.
    private static final String SAID = """
            insert into answer as known (room, guest, said_to, due_at)
            select n.room, g.id, n.said_to, n.due_at
              from unnest(:rooms::text[], :places::bigint[], :times::timestamptz[]) as n (room, said_to, due_at)
              join conversation c on c.room = n.room
              join guest g on g.id = c.guest
             where g.email is not null
             order by n.room
            on conflict (room) do update set
                said_to = greatest(known.said_to, excluded.said_to),
                due_at = case
                    when known.stopped_at is null
                         and excluded.said_to > greatest(known.said_to, known.read_to, known.mailed_to)
                    then coalesce(known.due_at,
                                  greatest(excluded.due_at, known.mailed_at + make_interval(secs => :interval)))
                    else known.due_at end
            """;
    private static final String READ = """
            insert into answer as known (room, guest, read_to)
            select n.room, g.id, n.read_to
              from unnest(:rooms::text[], :members::text[], :places::bigint[]) as n (room, member, read_to)
              join conversation c on c.room = n.room and c.guest = n.member
              join guest g on g.id = c.guest
             where g.email is not null
             order by n.room
            on conflict (room) do update set
                read_to = greatest(known.read_to, excluded.read_to),
                due_at = case when excluded.read_to >= known.said_to then null else known.due_at end
            """;
    private static final String CLAIM = """
            update answer set due_at = :until
             where room = (select room from answer where due_at <= :now
                            order by due_at limit 1 for update skip locked)
            returning room, guest, read_to, said_to, mailed_to
            """;
    private static final String MAILED = """
            update answer
               set mailed_to = :to, mailed_at = :now, due_at = case when said_to > :to then :next end
             where room = :room and mailed_to = :before and read_to < :to and stopped_at is null
            """;

    private final DatabaseClient database;

    AnswerTable(DatabaseClient database) {
        this.database = database;
    }

    /// A conversation somebody has to look at.
    record Due(String room, String guest, long readTo, long saidTo, long mailedTo) {

        /// Where what the guest does not know yet begins.
        long known() {
            return Math.max(readTo, mailedTo);
        }
    }

    /// Who gets the mail.
    record Addressee(
            String email, @Nullable String page, @Nullable String language) {}

    Mono<Void> said(List<News.Said> said, Duration patience, Duration interval) {
        return said.isEmpty()
                ? Mono.empty()
                : database.sql(SAID)
                        .bind("rooms", said.stream().map(News.Said::room).toArray(String[]::new))
                        .bind("places", said.stream().map(News.Said::to).toArray(Long[]::new))
                        .bind(
                                "times",
                                said.stream()
                                        .map(one -> utc(one.since().plus(patience)))
                                        .toArray(OffsetDateTime[]::new))
                        .bind("interval", (double) interval.toMillis() / 1000)
                        .then();
    }

    Mono<Void> read(List<AnswerFact.Read> reads) {
        return reads.isEmpty()
                ? Mono.empty()
                : database.sql(READ)
                        .bind("rooms", reads.stream().map(AnswerFact.Read::room).toArray(String[]::new))
                        .bind(
                                "members",
                                reads.stream().map(AnswerFact.Read::member).toArray(String[]::new))
                        .bind("places", reads.stream().map(AnswerFact.Read::seq).toArray(Long[]::new))
                        .then();
    }

    /// What has been due longest, which nobody else gets before `until`; empty when nothing is.
    Mono<Due> claim(Instant now, Instant until) {
        return database.sql(CLAIM)
                .bind("now", utc(now))
                .bind("until", utc(until))
                .map(AnswerTable::due)
                .one();
    }

    /// Looks again at `next`, unless nothing waits any more.
    Mono<Void> postpone(String room, Instant next) {
        return database.sql("update answer set due_at = :next where room = :room and due_at is not null")
                .bind("next", utc(next))
                .bind("room", room)
                .then();
    }

    /// There is nothing to send, unless more was said since.
    Mono<Void> settle(Due due) {
        return database.sql("update answer set due_at = null where room = :room and said_to = :said")
                .bind("room", due.room())
                .bind("said", due.saidTo())
                .then();
    }

    /// Notes within the current transaction that everything up to `to` was sent; false when the guest has read it
    /// since, wants none any more, or somebody else sent it.
    Mono<Boolean> mailed(Due due, long to, Instant now, Instant next) {
        return database.sql(MAILED)
                .bind("to", to)
                .bind("now", utc(now))
                .bind("next", utc(next))
                .bind("room", due.room())
                .bind("before", due.mailedTo())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// The guest, kept from being erased until the transaction ends; empty when it is gone.
    Mono<Addressee> addressee(String guest) {
        return database.sql(
                        "select email, page, language from guest where id = :guest and email is not null for update")
                .bind("guest", guest)
                .map(row -> new Addressee(
                        Objects.requireNonNull(row.get("email", String.class)),
                        row.get("page", String.class),
                        row.get("language", String.class)))
                .one();
    }

    /// The guest wants no more mails about the room.
    Mono<Void> stop(String room, Instant now) {
        return database.sql(
                        "update answer set due_at = null, stopped_at = coalesce(stopped_at, :now) where room = :room")
                .bind("now", utc(now))
                .bind("room", room)
                .then();
    }

    private static Due due(Readable row) {
        return new Due(
                Objects.requireNonNull(row.get("room", String.class)),
                Objects.requireNonNull(row.get("guest", String.class)),
                Objects.requireNonNull(row.get("read_to", Long.class)),
                Objects.requireNonNull(row.get("said_to", Long.class)),
                Objects.requireNonNull(row.get("mailed_to", Long.class)));
    }

    private static OffsetDateTime utc(Instant time) {
        return OffsetDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}

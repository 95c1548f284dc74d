package chat.parlor.room.inbox;

import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/// Makes what the inbox knows of timelines anew from the log of record: room by room, each in one transaction that
/// forgets everything and replays the log through the same digests. Readers see the old until it commits.
///
/// Nothing that happens meanwhile is lost. A batch that moved the room before its row was locked is in the log by
/// then, because a message is stored before it is announced; one that comes later waits for the lock.
@Component
class InboxRebuild {

    private static final int PAGE = 1_000;

    /// A batch takes marks before rooms, this the other way round: PostgreSQL ends one of the two.
    private static final Retry AFTER_DEADLOCK =
            Retry.backoff(5, Duration.ofMillis(50)).filter(ConcurrencyFailureException.class::isInstance);

    private static final String ROOMS = "select id from rooms where id > :after order by id limit " + PAGE;

    private static final String STATE = """
            select (r.epoch, r.head, r.messages, r.last_seq, r.last_at, r.last_author, r.last_kind, r.last_name,
                r.last_text, r.active_at)::text || coalesce((
                    select string_agg((k.member, k.ordinal)::text, '' order by k.member)
                    from marks k where k.room = r.id), '') || coalesce((
                    select string_agg(n::text, '' order by n.seq, n.member)
                    from mentions n where n.room = r.id), '') as state
            from rooms r where r.id = :room for update
            """;

    private static final String FORGET = """
            with forgotten as (delete from marks where room = :room),
                unnamed as (delete from mentions where room = :room)
            update rooms set epoch = 1, head = 0, messages = 0, last_seq = null, last_at = null, last_author = null,
                last_kind = null, last_name = null, last_text = null, active_at = turned_at
            where id = :room
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final TimelineLog log;
    private final DigestStore store;

    InboxRebuild(DatabaseClient database, TransactionalOperator transaction, TimelineLog log, DigestStore store) {
        this.database = database;
        this.transaction = transaction;
        this.log = log;
        this.store = store;
    }

    /// What came of it.
    ///
    /// @param rooms the rooms gone through
    /// @param mended those of which the inbox knew something else
    record Rebuilt(long rooms, long mended) {
        Rebuilt and(boolean wasWrong) {
            return new Rebuilt(rooms + 1, wasWrong ? mended + 1 : mended);
        }
    }

    /// How far the log of a room is read, and what it amounts to.
    private record Replay(String room, Digest digest, long end) {
        Replay and(TimelineLog.Page page) {
            return new Replay(room, digest.and(page.facts()), page.end());
        }
    }

    /// Completes when all rooms are done; fails at the first that cannot be read, those before it being done.
    Mono<Rebuilt> rebuild() {
        return rooms("")
                .expand(page -> page.size() < PAGE ? Mono.empty() : rooms(page.getLast()))
                .concatMap(Flux::fromIterable)
                .concatMap(this::rebuild)
                .reduce(new Rebuilt(0, 0), Rebuilt::and);
    }

    private Mono<List<String>> rooms(String after) {
        return database.sql(ROOMS)
                .bind("after", after)
                .map(row -> text(row, "id"))
                .all()
                .collectList();
    }

    /// The long way is gone before the row is locked, so that the lock is held for what came meanwhile.
    private Mono<Boolean> rebuild(String room) {
        return replayed(new Replay(room, Digest.of(List.of()), 0))
                .flatMap(replay ->
                        replaced(replay).as(transaction::transactional).retryWhen(AFTER_DEADLOCK));
    }

    private Mono<Replay> replayed(Replay from) {
        return log.after(from.room(), from.end()).reduce(from, Replay::and);
    }

    /// The order matters: marks that move after they are forgotten here are in the log or wait.
    private Mono<Boolean> replaced(Replay replay) {
        return state(replay.room())
                .flatMap(before -> forget(replay.room())
                        .then(Mono.defer(() -> replayed(replay)))
                        .flatMap(this::marked)
                        .flatMap(whole -> store.apply(whole.digest()))
                        .then(Mono.defer(() -> state(replay.room())))
                        .map(after -> !after.equals(before)));
    }

    private Mono<Replay> marked(Replay replay) {
        return log.marks(replay.room()).doOnNext(replay.digest()::and).then(Mono.just(replay));
    }

    /// What the inbox knows of a room; its row is locked from now on.
    private Mono<String> state(String room) {
        return database.sql(STATE)
                .bind("room", room)
                .map(row -> text(row, "state"))
                .one();
    }

    private Mono<Void> forget(String room) {
        return database.sql(FORGET).bind("room", room).fetch().rowsUpdated().then();
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}

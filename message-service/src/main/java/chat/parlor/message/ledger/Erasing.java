package chat.parlor.message.ledger;

import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Empties timelines for ever. First the head is put where nobody can add to it, then the entries go, some at a time: a
/// crash leaves a timeline that nobody can write to and that is emptied further when it is asked for again.
@Component
class Erasing {

    /// Few enough to be done in well under a second, so that nothing waits long behind them.
    private static final int AT_ONCE = 2_000;

    /// Whoever appends holds the same row: what was appended before is seen by the statements after this one. Another
    /// epoch tells whoever still holds a position that it means nothing any more.
    private static final String SEAL = """
            insert into timelines as known (room, epoch, seq, messages, fence, erased) values ($1, 2, 0, 0, 0, true)
            on conflict (room) do update
                set epoch = known.epoch + 1, seq = 0, messages = 0, fence = 0, erased = true
            where not known.erased
            """;

    private static final String EMPTY_SOME = """
            with chosen as (
                select room, seq from entries where room = $1 limit $2
            ), gone as (
                delete from entries e using chosen s where e.room = s.room and e.seq = s.seq returning 1
            ), counted as (
                insert into erased as had (room, entries, files, bytes) select $1, count(*), 0, 0 from gone
                on conflict (room) do update set entries = had.entries + excluded.entries
            )
            select count(*) as gone from gone
            """;

    private final DatabaseClient database;

    Erasing(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> erase(String room) {
        return run(SEAL, room)
                .then(Mono.defer(() -> emptySome(room))
                        .repeat()
                        .takeUntil(gone -> gone < AT_ONCE)
                        .then())
                .then(Mono.defer(() -> run("delete from folds where room = $1", room)))
                .then(Mono.defer(() -> run("delete from read_marks where room = $1", room)));
    }

    private Mono<Long> emptySome(String room) {
        return database.sql(EMPTY_SOME)
                .bind(0, room)
                .bind(1, AT_ONCE)
                .map(row -> Objects.requireNonNull(row.get("gone", Long.class)))
                .one();
    }

    private Mono<Void> run(String sql, String room) {
        return database.sql(sql).bind(0, room).then();
    }
}

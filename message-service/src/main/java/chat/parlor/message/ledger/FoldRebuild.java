package chat.parlor.message.ledger;

import chat.parlor.message.timeline.Entry;
import chat.parlor.message.timeline.Fold;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Makes the folds anew from the log, room by room, each in one transaction. What is right already is not written.
@Component
class FoldRebuild {

    private static final int PAGE = 1_000;

    private static final String ROOMS = "select room from timelines where room > $1 order by room limit " + PAGE;

    /// Whoever appends waits for the table before it has locked anything, so the two cannot wait for each other.
    private static final String LOCK = "lock table folds in share row exclusive mode";

    private static final String AMENDMENTS = """
            select %s from entries e join timelines t on t.room = e.room
            where e.room = $1 and e.target is not null order by e.seq
            """.formatted(EntryRows.ENTRY_COLUMNS);

    private static final String REMOVE = "delete from folds where room = $1 and not (seq = any($2::bigint[]))";

    private static final String MEND = """
            insert into folds as had (room, seq, text, edited_at, deleted_at, reactions)
            select $1, seq, text, edited_at::timestamptz, deleted_at::timestamptz, reactions::jsonb
            from unnest($2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[])
                as made (seq, text, edited_at, deleted_at, reactions)
            on conflict (room, seq) do update
                set text = excluded.text, edited_at = excluded.edited_at, deleted_at = excluded.deleted_at,
                    reactions = excluded.reactions
            where (had.text, had.edited_at, had.deleted_at, had.reactions)
                is distinct from (excluded.text, excluded.edited_at, excluded.deleted_at, excluded.reactions)
            """;

    private final DatabaseClient database;
    private final TransactionalOperator transaction;
    private final EntryRows rows;

    FoldRebuild(DatabaseClient database, TransactionalOperator transaction, EntryRows rows) {
        this.database = database;
        this.transaction = transaction;
        this.rows = rows;
    }

    /// Completes when all rooms are done.
    ///
    /// @return how many rooms there are, and how many folds were wrong, missing or too many
    Mono<Rebuilt> rebuild() {
        return rooms("")
                .expand(page -> page.size() < PAGE ? Mono.empty() : rooms(page.getLast()))
                .concatMap(Flux::fromIterable)
                .concatMap(room -> rebuild(room).as(transaction::transactional))
                .reduce(Rebuilt.NONE, Rebuilt::and);
    }

    private Mono<List<String>> rooms(String after) {
        return database.sql(ROOMS)
                .bind(0, after)
                .map(row -> Objects.requireNonNull(row.get("room", String.class)))
                .all()
                .collectList();
    }

    private Mono<Long> rebuild(String room) {
        return database.sql(LOCK)
                .then()
                .then(Mono.defer(() -> folds(room)))
                .flatMap(folds ->
                        remove(room, folds).flatMap(removed -> mend(room, folds).map(mended -> removed + mended)));
    }

    private Mono<Map<Long, Fold>> folds(String room) {
        return database.sql(AMENDMENTS).bind(0, room).map(this::entry).all().collect(HashMap::new, FoldRebuild::fold);
    }

    private Entry entry(Readable row) {
        return rows.entry(row);
    }

    private static void fold(Map<Long, Fold> folds, Entry entry) {
        folds.put(
                entry.subject(), folds.getOrDefault(entry.subject(), Fold.NONE).after(entry));
    }

    private Mono<Long> remove(String room, Map<Long, Fold> folds) {
        return database.sql(REMOVE)
                .bind(0, room)
                .bind(1, folds.keySet().toArray(Long[]::new))
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> mend(String room, Map<Long, Fold> folds) {
        return database.sql(MEND)
                .bind(0, room)
                .bind(1, folds.keySet().toArray(Long[]::new))
                .bind(2, texts(folds, Fold::text))
                .bind(3, texts(folds, fold -> time(fold.editedAt())))
                .bind(4, texts(folds, fold -> time(fold.deletedAt())))
                .bind(5, texts(folds, rows::reactions))
                .fetch()
                .rowsUpdated();
    }

    private static @Nullable String time(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable String[] texts(Map<Long, Fold> folds, Function<Fold, @Nullable String> field) {
        return folds.values().stream().map(field).toArray(String[]::new);
    }
}

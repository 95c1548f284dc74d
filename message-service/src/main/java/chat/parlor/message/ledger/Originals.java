package chat.parlor.message.ledger;

import chat.parlor.message.timeline.Entry;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Entries as they were stored, whatever became of them: what was edited or deleted is still in the log.
@Component
class Originals {

    private static final int PAGE = 200;

    private static final String AFTER = """
            select %s from entries e join timelines t on t.room = e.room
            where e.room = $1 and e.seq > $2 order by e.seq limit $3
            """.formatted(EntryRows.ENTRY_COLUMNS);

    private final DatabaseClient database;
    private final EntryRows rows;

    Originals(DatabaseClient database, EntryRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /// All of them, in order, read a page at a time as they are asked for.
    Flux<Entry> of(String room) {
        return after(room, 0)
                .expand(page -> page.size() < PAGE
                        ? Mono.empty()
                        : after(room, page.getLast().seq()))
                .concatMapIterable(page -> page, 1);
    }

    private Mono<List<Entry>> after(String room, long seq) {
        return database.sql(AFTER)
                .bind(0, room)
                .bind(1, seq)
                .bind(2, PAGE)
                .map(row -> rows.entry(row))
                .all()
                .collectList();
    }
}

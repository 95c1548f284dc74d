package chat.parlor.message.ledger;

import chat.parlor.message.timeline.Entry;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reads pages. Head, entries and folds come from one statement and so are of one moment. A sequence has no gap, so a
/// page is a range of numbers and needs no sorting beyond its own rows.
@Component
class Pages {

    private static final String AFTER = page("e.seq > $2 and e.seq <= $2 + $3");
    private static final String BEFORE = page("e.seq < $2 and e.seq >= $2 - $3");
    private static final String NEWEST = page("e.seq > t.seq - $2");
    private static final String MISSED = page("""
            e.seq > case when (t.epoch = $2 or $2 = 0) and $3 <= t.seq and t.seq - $3 <= $4
                then $3 else t.seq - $5 end""");

    private final DatabaseClient database;
    private final EntryRows rows;

    Pages(DatabaseClient database, EntryRows rows) {
        this.database = database;
        this.rows = rows;
    }

    private record Line(long epoch, long head, Optional<Entry> entry) {}

    Mono<Page> read(String room, Range range) {
        return select(room, range).map(this::line).all().collectList().map(Pages::page);
    }

    private GenericExecuteSpec select(String room, Range range) {
        return switch (range) {
            case Range.After after ->
                database.sql(AFTER).bind(0, room).bind(1, after.seq()).bind(2, (long) after.limit());
            case Range.Before before ->
                database.sql(BEFORE).bind(0, room).bind(1, before.seq()).bind(2, (long) before.limit());
            case Range.Newest newest -> database.sql(NEWEST).bind(0, room).bind(1, (long) newest.limit());
            case Range.Missed missed ->
                database.sql(MISSED)
                        .bind(0, room)
                        .bind(1, missed.epoch())
                        .bind(2, missed.seq())
                        .bind(3, (long) missed.most())
                        .bind(4, (long) missed.newest());
        };
    }

    private Line line(Readable row) {
        var epoch = Objects.requireNonNull(row.get("epoch", Long.class));
        var head = Objects.requireNonNull(row.get("head", Long.class));
        return new Line(epoch, head, row.get("seq", Long.class) == null ? Optional.empty() : Optional.of(folded(row)));
    }

    private Entry folded(Readable row) {
        var read = rows.row(row);
        return read.recorded().entry().folded(read.fold());
    }

    private static Page page(List<Line> lines) {
        if (lines.isEmpty()) {
            return Page.EMPTY;
        }
        var entries = lines.stream().flatMap(line -> line.entry().stream()).toList();
        return new Page(lines.getFirst().epoch(), lines.getFirst().head(), entries);
    }

    private static String page(String range) {
        return """
                select t.seq as head, %s
                from timelines t
                    left join entries e on e.room = t.room and %s
                    %s
                where t.room = $1
                order by e.seq
                """.formatted(EntryRows.COLUMNS, range, EntryRows.WITH_FOLD);
    }
}

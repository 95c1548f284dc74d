package chat.parlor.message.ledger;

import chat.parlor.message.timeline.Fold;
import chat.parlor.message.timeline.Head;
import chat.parlor.message.timeline.Known;
import chat.parlor.message.timeline.Recorded;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Finds what commands need to know of the timelines they are for, as of one moment.
@Component
class KnownTimelines {

    private static final String FIND = """
            with sought as (
                select e.room, e.seq
                from unnest($2::text[], $3::text[], $4::text[]) as command (room, author, client_id)
                    join entries e using (room, author, client_id)
                union
                select room, seq from unnest($5::text[], $6::bigint[]) as place (room, seq)
            )
            select t.room as timeline, t.seq as head, t.messages, t.fence, %s
            from timelines t
                left join sought s on s.room = t.room
                left join entries e on e.room = s.room and e.seq = s.seq
                %s
            where t.room = any($1)
            """.formatted(EntryRows.COLUMNS, EntryRows.WITH_FOLD);

    private final DatabaseClient database;
    private final EntryRows rows;

    KnownTimelines(DatabaseClient database, EntryRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /// A timeline's head, and one of the entries sought if it has any.
    private record Line(String room, Head head, Optional<EntryRows.Row> entry) {}

    Mono<Map<String, Known>> find(Sought sought) {
        var commands = List.copyOf(sought.commands());
        var places = List.copyOf(sought.places());
        return database.sql(FIND)
                .bind(0, sought.rooms().toArray(String[]::new))
                .bind(1, commands.stream().map(Sought.Command::room).toArray(String[]::new))
                .bind(2, commands.stream().map(Sought.Command::author).toArray(String[]::new))
                .bind(3, commands.stream().map(Sought.Command::id).toArray(String[]::new))
                .bind(4, places.stream().map(Sought.Place::room).toArray(String[]::new))
                .bind(5, places.stream().map(Sought.Place::seq).toArray(Long[]::new))
                .map(this::line)
                .all()
                .collect(Collectors.groupingBy(
                        Line::room, Collectors.collectingAndThen(Collectors.toList(), KnownTimelines::known)));
    }

    private Line line(Readable row) {
        var room = Objects.requireNonNull(row.get("timeline", String.class));
        var entry = row.get("seq", Long.class) == null ? Optional.<EntryRows.Row>empty() : Optional.of(rows.row(row));
        return new Line(room, head(row), entry);
    }

    private static Known known(List<Line> lines) {
        var entries = new ArrayList<Recorded>();
        var folds = new HashMap<Long, Fold>();
        for (var row : lines.stream().flatMap(line -> line.entry().stream()).toList()) {
            entries.add(row.recorded());
            folds.put(row.recorded().entry().subject(), row.fold());
        }
        return new Known(lines.getFirst().head(), entries, folds);
    }

    private static Head head(Readable row) {
        return new Head(number(row, "epoch"), number(row, "head"), number(row, "messages"), number(row, "fence"));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}

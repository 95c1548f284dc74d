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
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Finds what commands need to know of the timelines they are for.
///
/// Heads and entries are read side by side and need not be of the same moment: whoever decides on something that has
/// changed meanwhile is stopped by the keys of `entries`.
@Component
class KnownTimelines {

    private static final String HEADS = "select room, epoch, seq, messages, fence from timelines where room = any($1)";
    private static final String ENTRIES = """
            select %1$s
            from unnest($1::text[], $2::text[], $3::text[]) as sought (room, author, client_id)
                join entries e on e.room = sought.room and e.author = sought.author
                    and e.client_id = sought.client_id
                join timelines t on t.room = e.room
                %2$s
            union all
            select %1$s
            from unnest($4::text[], $5::bigint[]) as sought (room, seq)
                join entries e on e.room = sought.room and e.seq = sought.seq
                join timelines t on t.room = e.room
                %2$s
            """.formatted(EntryRows.COLUMNS, EntryRows.WITH_FOLD);

    private final DatabaseClient database;
    private final EntryRows rows;

    KnownTimelines(DatabaseClient database, EntryRows rows) {
        this.database = database;
        this.rows = rows;
    }

    Mono<Map<String, Known>> find(Sought sought) {
        return Mono.zip(heads(sought.rooms()), entries(sought), KnownTimelines::known);
    }

    private Mono<Map<String, Head>> heads(Set<String> rooms) {
        return database.sql(HEADS)
                .bind(0, rooms.toArray(String[]::new))
                .map(row -> Map.entry(Objects.requireNonNull(row.get("room", String.class)), head(row)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private Mono<List<EntryRows.Row>> entries(Sought sought) {
        var commands = List.copyOf(sought.commands());
        var places = List.copyOf(sought.places());
        if (commands.isEmpty() && places.isEmpty()) {
            return Mono.just(List.of());
        }
        return database.sql(ENTRIES)
                .bind(0, commands.stream().map(Sought.Command::room).toArray(String[]::new))
                .bind(1, commands.stream().map(Sought.Command::author).toArray(String[]::new))
                .bind(2, commands.stream().map(Sought.Command::id).toArray(String[]::new))
                .bind(3, places.stream().map(Sought.Place::room).toArray(String[]::new))
                .bind(4, places.stream().map(Sought.Place::seq).toArray(Long[]::new))
                .map(rows::row)
                .all()
                .collectList();
    }

    private static Map<String, Known> known(Map<String, Head> heads, List<EntryRows.Row> rows) {
        var entries = new HashMap<String, List<Recorded>>();
        var folds = new HashMap<String, Map<Long, Fold>>();
        for (var row : rows) {
            var entry = row.recorded().entry();
            var room = entry.stamp().room();
            entries.computeIfAbsent(room, any -> new ArrayList<>()).add(row.recorded());
            folds.computeIfAbsent(room, any -> new HashMap<>()).put(entry.subject(), row.fold());
        }
        var known = new HashMap<String, Known>();
        heads.forEach((room, head) -> known.put(
                room, new Known(head, entries.getOrDefault(room, List.of()), folds.getOrDefault(room, Map.of()))));
        return known;
    }

    private static Head head(Readable row) {
        return new Head(number(row, "epoch"), number(row, "seq"), number(row, "messages"), number(row, "fence"));
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}

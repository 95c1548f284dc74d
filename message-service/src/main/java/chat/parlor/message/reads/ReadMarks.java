package chat.parlor.message.reads;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/// The stored read marks. They only grow.
@Repository
public class ReadMarks {

    /// A mark also counts as moved when the very record that moved it comes again: it was stored, but perhaps not
    /// announced, when the service died.
    private static final String RAISE = """
            insert into read_marks as known (room, member, seq, ordinal, at, cause)
            select room, member, seq, ordinal, at::timestamptz, cause
            from unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::text[])
                as wanted (room, member, seq, ordinal, at, cause)
            on conflict (room, member) do update
                set seq = excluded.seq, ordinal = excluded.ordinal, at = excluded.at, cause = excluded.cause
            where known.seq < excluded.seq or known.seq = excluded.seq and known.cause = excluded.cause
            returning room, member, seq, ordinal, at
            """;

    private static final String NEWEST =
            "select room, member, seq, ordinal, at from read_marks where room = $1 order by at desc limit $2";

    private static final String PAGE = """
            select room, member, seq, ordinal, at from read_marks
            where room = $1 and member > $2 order by member limit $3
            """;

    private static final Comparator<Wanted> ONE_ORDER_FOR_ALL = Comparator.comparing(
                    (Wanted wanted) -> wanted.mark().room())
            .thenComparing(wanted -> wanted.mark().member());

    private final DatabaseClient database;

    ReadMarks(DatabaseClient database) {
        this.database = database;
    }

    /// A mark as a record asks for it.
    ///
    /// @param mark where it is to be
    /// @param cause the id of the record that asks
    public record Wanted(ReadMark mark, String cause) {}

    /// Raises marks. Each member of a room at most once.
    ///
    /// @return the marks that moved; those that were already as far or farther are left out
    public Flux<ReadMark> raise(Collection<Wanted> wanted) {
        var sorted = wanted.stream().sorted(ONE_ORDER_FOR_ALL).toList();
        if (sorted.isEmpty()) {
            return Flux.empty();
        }
        return database.sql(RAISE)
                .bind(0, texts(sorted, each -> each.mark().room()))
                .bind(1, texts(sorted, each -> each.mark().member()))
                .bind(2, sorted.stream().map(each -> each.mark().seq()).toArray(Long[]::new))
                .bind(3, sorted.stream().map(each -> each.mark().ordinal()).toArray(Long[]::new))
                .bind(4, texts(sorted, each -> each.mark().at().toString()))
                .bind(5, texts(sorted, Wanted::cause))
                .map(ReadMarks::mark)
                .all();
    }

    /// The marks of a room that moved last, at most `most`.
    public Flux<ReadMark> newest(String room, int most) {
        return database.sql(NEWEST)
                .bind(0, room)
                .bind(1, most)
                .map(ReadMarks::mark)
                .all();
    }

    /// The first `most` marks of a room after a member, in order of members.
    public Flux<ReadMark> page(String room, String after, int most) {
        return database.sql(PAGE)
                .bind(0, room)
                .bind(1, after)
                .bind(2, most)
                .map(ReadMarks::mark)
                .all();
    }

    private static String[] texts(List<Wanted> wanted, Function<Wanted, String> field) {
        return wanted.stream().map(field).toArray(String[]::new);
    }

    private static ReadMark mark(Readable row) {
        return new ReadMark(
                Objects.requireNonNull(row.get("room", String.class)),
                Objects.requireNonNull(row.get("member", String.class)),
                Objects.requireNonNull(row.get("seq", Long.class)),
                Objects.requireNonNull(row.get("ordinal", Long.class)),
                Objects.requireNonNull(row.get("at", Instant.class)));
    }
}

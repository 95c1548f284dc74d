package chat.parlor.message.search;

import chat.parlor.message.access.Who;
import chat.parlor.message.timeline.Attachment;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Looks into the index, one range of blocks at a time. See `V5__search.sql`.
@Repository
class SearchIndex {

    /// Messages in a block, as a power of two.
    static final int BLOCK_BITS = 13;

    /// The rooms of a member that are looked for by name in the index; the rooms staff may read have a mark of their
    /// own.
    static final int MOST_ROOMS = 300;

    /// The index alone is to be used, however few rows there seem to be: its cost is known. So one plan serves every
    /// question, and none is weighed word by word first: for 512 blocks that alone took 7 to 9 ms.
    private static final String BOUND = """
            select set_config('statement_timeout', $1, true), set_config('enable_seqscan', 'off', true),
                set_config('plan_cache_mode', 'force_generic_plan', true)
            """;

    private static final String ALL = "select min(place) as first, max(place) as last from findable";

    /// Messages of a room keep their order, so the first and the last tell where the others are.
    private static final String OF_ROOM = """
            select (select place from findable where room = $1 order by seq limit 1) as first,
                (select place from findable where room = $1 order by seq desc limit 1) as last
            """;

    private static final String ROOMS = """
            select room from rooms
            where state -> 'members' @> jsonb_build_array(jsonb_build_object('id', $1::text))
                and state ->> 'staff' = 'none'
            limit $2
            """;

    private static final String LOOK = """
            with hits as materialized (select place, room, seq from findable where marks @@ any ($1::tsquery[]))
            select h.place, h.room, h.seq, t.epoch, e.client_id, e.author, e.author_kind, e.author_name, e.at,
                coalesce(f.text, e.text) as text, f.edited_at, f.deleted_at,
                (e.detail -> 'attachments')::text as attachments
            from (select * from hits where place >= $2 and place < $3 order by place desc limit $4) h
                join entries e on e.room = h.room and e.seq = h.seq
                join timelines t on t.room = h.room
                left join folds f on f.room = h.room and f.seq = h.seq
            order by h.place desc
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    SearchIndex(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// The places there are, the last one included; none when `first` is greater.
    record Places(long first, long last) {}

    /// Bounds each statement of this transaction.
    Mono<Void> bound(Duration longest) {
        return database.sql(BOUND).bind(0, String.valueOf(longest.toMillis())).then();
    }

    /// Where messages are at all.
    Mono<Places> places() {
        return database.sql(ALL).map(SearchIndex::read).one();
    }

    /// Where the messages of a room are.
    Mono<Places> places(String room) {
        return database.sql(OF_ROOM).bind(0, room).map(SearchIndex::read).one();
    }

    /// The rooms only `member` and other members can read, one more than [#MOST_ROOMS] at most.
    Mono<List<String>> roomsOf(String member) {
        return database.sql(ROOMS)
                .bind(0, member)
                .bind(1, MOST_ROOMS + 1)
                .map(row -> text(row, "room"))
                .all()
                .collectList();
    }

    /// The newest of what fits one of `marks`, from the last place down.
    Mono<List<Candidate>> look(List<String> marks, Places range, int most) {
        return database.sql(LOOK)
                .bind(0, marks.toArray(String[]::new))
                .bind(1, range.first())
                .bind(2, range.last() + 1)
                .bind(3, most)
                .map(this::candidate)
                .all()
                .collectList();
    }

    private Candidate candidate(Readable row) {
        var kind = Who.Kind.valueOf(text(row, "author_kind").toUpperCase(Locale.ROOT));
        return new Candidate(
                number(row, "place"),
                text(row, "room"),
                number(row, "epoch"),
                number(row, "seq"),
                text(row, "client_id"),
                new Who(text(row, "author"), kind, text(row, "author_name")),
                Objects.requireNonNull(row.get("at", Instant.class)),
                row.get("edited_at", Instant.class),
                row.get("deleted_at", Instant.class) != null,
                text(row, "text"),
                attachments(row));
    }

    private List<Attachment> attachments(Readable row) {
        var attachments = row.get("attachments", String.class);
        return attachments == null ? List.of() : List.of(json.readValue(attachments, Attachment[].class));
    }

    private static Places read(Readable row) {
        var first = row.get("first", Long.class);
        var last = row.get("last", Long.class);
        return first == null || last == null ? new Places(1, 0) : new Places(first, last);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}

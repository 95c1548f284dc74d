package chat.parlor.room.summary;

import chat.parlor.room.domain.Author;
import chat.parlor.room.domain.Named;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The tables `summary` and `summary_due`.
@Component
class SummaryStore {

    /// How many summaries of a room are shown; it is rarely reopened that often.
    private static final int MOST_SHOWN = 20;

    /// How many are made before it is looked again: a batch of the loop waits for them.
    private static final int MOST_DUE = 50;

    private static final String PUT = """
            insert into summary (room, begins, ends, outcome, began_at, ended_at, ended_by, ended_kind, ended_name,
                agent, agent_name, guest_messages, agent_messages, bot_messages, first_response_ms, topics)
            values (:room, :begins, :ends, :outcome, :beganAt, :endedAt, :endedBy, :endedKind, :endedName,
                :agent, :agentName, :guestMessages, :agentMessages, :botMessages, :firstResponse, :topics)
            on conflict (room, begins) do update
            set ends = excluded.ends, outcome = excluded.outcome, ended_at = excluded.ended_at,
                ended_by = excluded.ended_by, ended_kind = excluded.ended_kind, ended_name = excluded.ended_name,
                agent = excluded.agent, agent_name = excluded.agent_name,
                guest_messages = excluded.guest_messages, agent_messages = excluded.agent_messages,
                bot_messages = excluded.bot_messages, first_response_ms = excluded.first_response_ms,
                topics = excluded.topics
            where (summary.ends, summary.topics) is distinct from (excluded.ends, excluded.topics)
            """;
    private static final String AMENDED = """
            insert into summary_due (room)
            select s.room from unnest(:rooms::text[], :targets::bigint[]) as m (room, target)
            join summary s on s.room = m.room and m.target between s.begins and s.ends group by s.room
            on conflict (room) do update set turn = summary_due.turn + 1
            """;
    private static final String ENDED = """
            insert into summary_due (room) select unnest(:rooms::text[])
            on conflict (room) do update set turn = summary_due.turn + 1
            """;

    private final DatabaseClient database;

    SummaryStore(DatabaseClient database) {
        this.database = database;
    }

    /// A room whose summaries are to be made, and how often that was said.
    record Due(String room, long turn) {}

    /// The summaries of a room, the newest first.
    Flux<Summary> of(String room) {
        return database.sql("select * from summary where room = :room order by begins desc limit " + MOST_SHOWN)
                .bind("room", room)
                .map(SummaryStore::summary)
                .all();
    }

    /// Whether that changed anything.
    Mono<Boolean> put(String room, Summary summary) {
        var agent = summary.agent();
        return database.sql(PUT)
                .bind("room", room)
                .bind("begins", summary.begins())
                .bind("ends", summary.ends())
                .bind("outcome", summary.outcome())
                .bind("beganAt", summary.beganAt())
                .bind("endedAt", summary.endedAt())
                .bind("endedBy", summary.endedBy().id())
                .bind("endedKind", summary.endedBy().kind())
                .bind("endedName", summary.endedBy().name())
                .bind("agent", Parameters.in(R2dbcType.VARCHAR, agent == null ? null : agent.id()))
                .bind("agentName", Parameters.in(R2dbcType.VARCHAR, agent == null ? null : agent.name()))
                .bind("guestMessages", summary.messages().guest())
                .bind("agentMessages", summary.messages().agent())
                .bind("botMessages", summary.messages().bot())
                .bind("firstResponse", Parameters.in(R2dbcType.BIGINT, summary.firstResponseMs()))
                .bind("topics", summary.topics().toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /// In these rooms conversations ended: their summaries are to be made.
    Mono<Void> ended(List<String> rooms) {
        if (rooms.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(ENDED)
                .bind("rooms", rooms.toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// Messages in these places read otherwise now: summaries they belong to are to be made anew.
    Mono<Void> amended(List<String> rooms, List<Long> targets) {
        if (rooms.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(AMENDED)
                .bind("rooms", rooms.toArray(String[]::new))
                .bind("targets", targets.toArray(Long[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// Rooms whose summaries are to be made.
    Flux<Due> due() {
        return database.sql("select room, turn from summary_due order by room limit " + MOST_DUE)
                .map(row -> new Due(text(row, "room"), number(row, "turn")))
                .all();
    }

    /// It is made; unless it was said again meanwhile.
    Mono<Void> done(Due due) {
        return database.sql("delete from summary_due where room = :room and turn = :turn")
                .bind("room", due.room())
                .bind("turn", due.turn())
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static Summary summary(Readable row) {
        return new Summary(
                number(row, "begins"),
                number(row, "ends"),
                text(row, "outcome"),
                time(row, "began_at"),
                time(row, "ended_at"),
                new Author(text(row, "ended_by"), text(row, "ended_kind"), text(row, "ended_name")),
                agent(row),
                new Summary.Messages(
                        count(row, "guest_messages"), count(row, "agent_messages"), count(row, "bot_messages")),
                row.get("first_response_ms", Long.class),
                List.of(Objects.requireNonNull(row.get("topics", String[].class))));
    }

    private static @Nullable Named agent(Readable row) {
        var id = row.get("agent", String.class);
        return id == null ? null : new Named(id, text(row, "agent_name"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }

    private static int count(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Integer.class), column);
    }

    private static Instant time(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Instant.class), column);
    }
}

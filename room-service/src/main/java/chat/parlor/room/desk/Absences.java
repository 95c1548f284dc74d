package chat.parlor.room.desk;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How present agents are, which of them are gone, and which of their rooms that matters to.
@Component
class Absences {

    private static final String UNANSWERED = """
            select id from rooms
            where assignee = :agent and status = 'assigned'
                and ((last_author is null or last_author <> :agent) and snoozed_until is null
                    or end_asked_at is not null)
            order by queued_at, id
            """;

    private static final String NEED_AN_AGENT = """
            select r.id, exists (select 1 from absences a where a.account = r.assignee) as away from rooms r
            where r.id = any(:rooms) and (r.status = 'resolved'
                or r.status = 'assigned' and (r.snoozed_until is not null
                    or exists (select 1 from absences a where a.account = r.assignee)))
            """;

    private static final String HEARD = """
            insert into availability (account, status) values (:agent, :status)
            on conflict (account) do update set status = excluded.status
            """;

    private final DatabaseClient database;

    Absences(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> begin(String agent) {
        return changed("insert into absences (account) values (:agent) on conflict do nothing", agent);
    }

    /// Keeps the newest that was heard of an agent.
    Mono<Void> heard(PresenceChanged change) {
        return database.sql(HEARD)
                .bind("agent", change.member())
                .bind("status", change.status())
                .fetch()
                .rowsUpdated()
                .then();
    }

    Mono<Void> end(String agent) {
        return changed("delete from absences where account = :agent", agent);
    }

    /// The rooms of `agent` in which somebody else wrote last and that are not put aside, or whose guest asked whether
    /// it may end.
    Flux<String> unanswered(String agent) {
        return database.sql(UNANSWERED).bind("agent", agent).map(Absences::id).all();
    }

    /// A room in which a guest who writes finds nobody.
    ///
    /// @param away whether the agent who has it is gone; else it is put aside, or over
    record Unattended(String room, boolean away) {}

    /// Those of `rooms` in which a guest who writes finds nobody.
    Flux<Unattended> needAnAgent(Collection<String> rooms) {
        return database.sql(NEED_AN_AGENT)
                .bind("rooms", rooms.toArray(String[]::new))
                .map(row -> new Unattended(id(row), Boolean.TRUE.equals(row.get("away", Boolean.class))))
                .all();
    }

    private Mono<Void> changed(String sql, String agent) {
        return database.sql(sql).bind("agent", agent).fetch().rowsUpdated().then();
    }

    private static String id(Readable row) {
        return Objects.requireNonNull(row.get("id", String.class));
    }
}

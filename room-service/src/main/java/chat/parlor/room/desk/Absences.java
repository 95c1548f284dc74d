package chat.parlor.room.desk;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Which agents are gone, and which of their rooms that matters to.
@Component
class Absences {

    private static final String UNANSWERED = """
            select id from rooms
            where assignee = :agent and status = 'assigned'
                and (last_author is null or last_author <> :agent or end_asked_at is not null)
            order by queued_at, id
            """;

    private static final String NEED_AN_AGENT = """
            select r.id from rooms r
            where r.id = any(:rooms) and (r.status = 'resolved'
                or r.status = 'assigned' and exists (select 1 from absences a where a.account = r.assignee))
            """;

    private final DatabaseClient database;

    Absences(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> begin(String agent) {
        return changed("insert into absences (account) values (:agent) on conflict do nothing", agent);
    }

    Mono<Void> end(String agent) {
        return changed("delete from absences where account = :agent", agent);
    }

    /// The rooms of `agent` in which somebody else wrote last, or the guest asked whether it may end.
    Flux<String> unanswered(String agent) {
        return database.sql(UNANSWERED).bind("agent", agent).map(Absences::id).all();
    }

    /// Those of `rooms` in which a guest who writes finds nobody.
    Flux<String> needAnAgent(Collection<String> rooms) {
        return database.sql(NEED_AN_AGENT)
                .bind("rooms", rooms.toArray(String[]::new))
                .map(Absences::id)
                .all();
    }

    private Mono<Void> changed(String sql, String agent) {
        return database.sql(sql).bind("agent", agent).fetch().rowsUpdated().then();
    }

    private static String id(Readable row) {
        return Objects.requireNonNull(row.get("id", String.class));
    }
}

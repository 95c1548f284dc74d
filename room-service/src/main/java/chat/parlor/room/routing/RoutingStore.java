package chat.parlor.room.routing;

import chat.parlor.room.domain.Named;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The tables `routing` and `routing_agent`, and what agents have in hand.
@Component
class RoutingStore {

    private static final int MOST_AGENTS = 1_000;

    private static final String AGENTS = """
            select a.id, a.name, coalesce(v.status, 'offline') as status, r.capacity as own,
                coalesce(r.capacity, s.capacity)::bigint as capacity, coalesce(r.turn, 0) as turn,
                coalesce(l.load, 0) as load
            from routing s cross join accounts a
            left join availability v on v.account = a.id
            left join routing_agent r on r.account = a.id
            left join (select assignee, count(*) as load from rooms
                where status = 'assigned' and snoozed_until is null group by assignee) l on l.assignee = a.id
            where not a.disabled and cardinality(a.roles) > 0
            """;

    private static final String SEATS =
            AGENTS + " and v.status = 'online' and coalesce(l.load, 0) < coalesce(r.capacity, s.capacity)";

    private static final String LISTED = AGENTS + " order by lower(a.name), a.id limit " + MOST_AGENTS;

    private static final String GIVEN = """
            insert into routing_agent (account, turn)
            select g.account, (select coalesce(max(turn), 0) from routing_agent) + max(g.place)
            from unnest(:agents::text[]) with ordinality as g (account, place) group by g.account
            on conflict (account) do update set turn = excluded.turn
            """;

    private static final String SAVE_AGENT = """
            insert into routing_agent (account, capacity) values (:account, :capacity)
            on conflict (account) do update set capacity = excluded.capacity
            """;

    private final DatabaseClient database;

    RoutingStore(DatabaseClient database) {
        this.database = database;
    }

    /// Lets nobody else give guests to agents until the transaction ends, on any node.
    Mono<Void> alone() {
        return database.sql("select pg_advisory_xact_lock(hashtextextended('routing', 0))")
                .then();
    }

    Mono<RoutingRules> rules() {
        return database.sql("select policy, capacity from routing")
                .map(row -> new RoutingRules(
                        Policy.from(text(row, "policy")).orElseThrow(),
                        Objects.requireNonNull(row.get("capacity", Integer.class))))
                .one();
    }

    Mono<Void> save(RoutingRules rules) {
        return database.sql("update routing set policy = :policy, capacity = :capacity")
                .bind("policy", rules.policy().wire())
                .bind("capacity", rules.capacity())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// Sets the capacity of one agent; with null it has that of the others.
    Mono<Void> saveAgent(String account, @Nullable Integer capacity) {
        return database.sql(SAVE_AGENT)
                .bind("account", account)
                .bind("capacity", capacity == null ? Parameters.in(R2dbcType.INTEGER) : capacity)
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// Agents who are here and have room.
    Flux<Seat> seats() {
        return database.sql(SEATS).map(RoutingStore::seat).all();
    }

    /// All agents, by name.
    Flux<RoutingView.Agent> agents() {
        return database.sql(LISTED)
                .map(row -> new RoutingView.Agent(
                        text(row, "id"),
                        text(row, "name"),
                        text(row, "status"),
                        number(row, "load"),
                        row.get("own", Integer.class)))
                .all();
    }

    /// Remembers whose turn it was, in order.
    Mono<Void> given(List<String> agents) {
        return database.sql(GIVEN)
                .bind("agents", agents.toArray(String[]::new))
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static Seat seat(Readable row) {
        return new Seat(
                new Named(text(row, "id"), text(row, "name")),
                number(row, "load"),
                number(row, "capacity"),
                number(row, "turn"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}

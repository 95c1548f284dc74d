package chat.parlor.presence.people;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The gateway processes and when they spoke last.
@Repository
class NodeTable {

    private static final String ALIVE = """
            insert into node (id, alive_at, dead) select id, $2, false from unnest($1::text[]) id order by id
            on conflict (id) do update set alive_at = excluded.alive_at
            """;

    private final DatabaseClient database;

    NodeTable(DatabaseClient database) {
        this.database = database;
    }

    record Node(String id, Instant aliveAt, boolean dead) {}

    /// Notes that `nodes` spoke.
    ///
    /// @return those that had been taken for dead and are not any more
    Flux<String> alive(Collection<String> nodes, Instant now) {
        var ids = nodes.stream().sorted().toArray(String[]::new);
        var noted = database.sql(ALIVE).bind(0, ids).bind(1, now).then();
        return noted.thenMany(database.sql("update node set dead = false where id = any($1) and dead returning id")
                .bind(0, ids)
                .map(row -> PeopleTable.text(row, "id"))
                .all());
    }

    /// Takes `node` for dead unless it spoke after `silentSince`.
    ///
    /// @return when it spoke last, also when it was dead already; empty when it is not dead
    Mono<Instant> bury(String node, Instant silentSince) {
        return database.sql("""
                update node set dead = true where id = $1 and alive_at <= $2 returning alive_at
                """)
                .bind(0, node)
                .bind(1, silentSince)
                .map(row -> Objects.requireNonNull(row.get("alive_at", Instant.class)))
                .one();
    }

    /// Forgets `node`, with its connections, if it is still taken for dead.
    Mono<Void> forget(String node) {
        return database.sql("""
                with forgotten as (delete from node where id = $1 and dead returning id)
                delete from connection where node in (select id from forgotten)
                """).bind(0, node).then();
    }

    /// Gives every gateway not taken for dead its full time again.
    Mono<Void> startAgain(Instant now) {
        return database.sql("update node set alive_at = $1 where not dead")
                .bind(0, now)
                .then();
    }

    Flux<Node> all() {
        return database.sql("select id, alive_at, dead from node")
                .map(row -> new Node(
                        PeopleTable.text(row, "id"),
                        Objects.requireNonNull(row.get("alive_at", Instant.class)),
                        Boolean.TRUE.equals(row.get("dead", Boolean.class))))
                .all();
    }
}

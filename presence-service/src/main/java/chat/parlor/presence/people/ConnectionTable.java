package chat.parlor.presence.people;

import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The open sockets, and which gateway process holds them.
@Repository
class ConnectionTable {

    private static final String SAVE = """
            insert into connection (id, node, member, away)
            select * from unnest($1::text[], $2::text[], $3::text[], $4::boolean[])
            on conflict (id) do update set away = excluded.away
            """;
    private static final String MEMBERS = """
            select distinct member from connection where node = $1 and member > $2 order by member limit $3
            """;

    private final DatabaseClient database;

    ConnectionTable(DatabaseClient database) {
        this.database = database;
    }

    record Connection(String id, String node, String member, boolean away) {}

    Mono<Void> save(List<Connection> connections) {
        if (connections.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(SAVE)
                .bind(0, connections.stream().map(Connection::id).toArray(String[]::new))
                .bind(1, connections.stream().map(Connection::node).toArray(String[]::new))
                .bind(2, connections.stream().map(Connection::member).toArray(String[]::new))
                .bind(3, connections.stream().map(Connection::away).toArray(Boolean[]::new))
                .then();
    }

    Mono<Void> remove(Collection<String> connections) {
        if (connections.isEmpty()) {
            return Mono.empty();
        }
        return database.sql("delete from connection where id = any($1)")
                .bind(0, connections.toArray(String[]::new))
                .then();
    }

    /// The next `most` people with a connection on `node`, by id, after the person `after`.
    Flux<String> membersOn(String node, String after, int most) {
        return database.sql(MEMBERS)
                .bind(0, node)
                .bind(1, after)
                .bind(2, most)
                .map(row -> PeopleTable.text(row, "member"))
                .all();
    }
}

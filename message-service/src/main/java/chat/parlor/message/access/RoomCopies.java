package chat.parlor.message.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The stored copies of rooms.
@Repository
class RoomCopies {

    private static final String FIND = "select state::text as state from rooms where room = any($1)";
    private static final String KEEP = """
            insert into rooms as known (room, version, state)
            select room, version, state::jsonb
            from unnest($1::text[], $2::bigint[], $3::text[]) as news (room, version, state)
            on conflict (room) do update set version = excluded.version, state = excluded.state
            where known.version < excluded.version
            """;

    private final DatabaseClient database;
    private final JsonMapper json;

    RoomCopies(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Those of `rooms` that are known, in any order.
    Flux<Room> find(Collection<String> rooms) {
        return database.sql(FIND)
                .bind(0, rooms.toArray(String[]::new))
                .map(row -> String.valueOf(row.get("state", String.class)))
                .all()
                .map(state -> json.readValue(state, Room.class));
    }

    /// Keeps `news`, except where something newer is known. Each room at most once.
    Mono<Void> keep(Collection<Room> news) {
        var sorted = sorted(news);
        if (sorted.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(KEEP)
                .bind(0, sorted.stream().map(Room::id).toArray(String[]::new))
                .bind(1, sorted.stream().map(Room::version).toArray(Long[]::new))
                .bind(2, sorted.stream().map(json::writeValueAsString).toArray(String[]::new))
                .then();
    }

    /// In one order for all who write, so that none waits for another in a circle.
    private static List<Room> sorted(Collection<Room> news) {
        var sorted = new ArrayList<>(news);
        sorted.sort((one, other) -> one.id().compareTo(other.id()));
        return sorted;
    }
}

package chat.parlor.gateway.feed;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/// The table of how guests' rooms were when the feed last told them.
@Repository
class FeedRooms {

    private static final String SAVE = """
            insert into feed_room (room, version, status, assignee)
            select room, version, status, nullif(assignee, '')
              from unnest($1::text[], $2::bigint[], $3::text[], $4::text[]) as f (room, version, status, assignee)
            on conflict (room) do update
               set version = excluded.version, status = excluded.status, assignee = excluded.assignee
            """;

    private final DatabaseClient database;

    FeedRooms(DatabaseClient database) {
        this.database = database;
    }

    /// A room as it was told.
    record Told(
            String room,
            long version,
            String status,
            @Nullable String assignee) {

        static Told of(Heard.Room room) {
            var assignee = room.assignee();
            return new Told(
                    room.id(),
                    room.version(),
                    Objects.requireNonNull(room.status()),
                    assignee == null ? null : assignee.id());
        }

        boolean isNewerThan(@Nullable Told other) {
            return other == null || version > other.version();
        }

        boolean differsFrom(@Nullable Told other) {
            return other == null || !status.equals(other.status()) || !Objects.equals(assignee, other.assignee());
        }
    }

    /// Those of `rooms` that were told, by room; to be changed.
    Mono<Map<String, Told>> of(Collection<String> rooms) {
        return rooms.isEmpty() ? Mono.just(new HashMap<>()) : found(rooms);
    }

    private Mono<Map<String, Told>> found(Collection<String> rooms) {
        return database.sql("select room, version, status, assignee from feed_room where room = any($1)")
                .bind(0, rooms.toArray(String[]::new))
                .map(row -> new Told(
                        Objects.requireNonNull(row.get("room", String.class)),
                        Objects.requireNonNull(row.get("version", Long.class)),
                        Objects.requireNonNull(row.get("status", String.class)),
                        row.get("assignee", String.class)))
                .all()
                .collectMap(Told::room, Function.identity(), HashMap::new);
    }

    Mono<Void> save(Collection<Told> rooms) {
        return rooms.isEmpty() ? Mono.empty() : saved(rooms);
    }

    private Mono<Void> saved(Collection<Told> rooms) {
        return database.sql(SAVE)
                .bind(0, column(rooms, Told::room))
                .bind(1, rooms.stream().map(Told::version).toArray(Long[]::new))
                .bind(2, column(rooms, Told::status))
                .bind(3, column(rooms, room -> Objects.requireNonNullElse(room.assignee(), "")))
                .then();
    }

    private static String[] column(Collection<Told> rooms, Function<Told, String> value) {
        return List.copyOf(rooms).stream().map(value).toArray(String[]::new);
    }
}

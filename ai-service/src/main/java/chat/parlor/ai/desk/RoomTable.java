package chat.parlor.ai.desk;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Repository
class RoomTable {

    private static final String SAVE = """
            insert into room (id, version, status, fence, guest)
            select distinct on (id) id, version, status, fence, guest
            from unnest($1::text[], $2::bigint[], $3::text[], $4::bigint[], $5::text[])
                as news (id, version, status, fence, guest)
            order by id, version desc
            on conflict (id) do update set version = excluded.version, status = excluded.status,
                fence = excluded.fence, guest = excluded.guest
            where room.version < excluded.version
            """;

    private final DatabaseClient database;

    RoomTable(DatabaseClient database) {
        this.database = database;
    }

    /// Takes over what is newer than what is known.
    Mono<Void> save(List<RoomState> news) {
        if (news.isEmpty()) {
            return Mono.empty();
        }
        return database.sql(SAVE)
                .bind(0, news.stream().map(RoomState::id).toArray(String[]::new))
                .bind(1, news.stream().map(RoomState::version).toArray(Long[]::new))
                .bind(2, news.stream().map(RoomState::status).toArray(String[]::new))
                .bind(3, news.stream().map(RoomState::fence).toArray(Long[]::new))
                .bind(4, news.stream().map(RoomState::guestName).toArray(String[]::new))
                .then();
    }

    /// Those of `rooms` that are known.
    Flux<Room> byIds(Collection<String> rooms) {
        return database.sql("select * from room where id = any($1)")
                .bind(0, rooms.toArray(String[]::new))
                .map(RoomTable::room)
                .all();
    }

    /// The room, nobody else's until the transaction ends.
    Mono<Room> locked(String room) {
        return database.sql("select * from room where id = $1 for update")
                .bind(0, room)
                .map(RoomTable::room)
                .one();
    }

    Mono<Void> said(Word word, String room) {
        var column = switch (word) {
            case GREETING -> "greeted";
            case ANSWER -> "answered";
        };
        return database.sql("update room set " + column + " = true where id = $1")
                .bind(0, room)
                .then();
    }

    private static Room room(Readable row) {
        return new Room(
                text(row, "id"),
                text(row, "status"),
                Objects.requireNonNull(row.get("fence", Long.class)),
                text(row, "guest"),
                flag(row, "greeted"),
                flag(row, "answered"));
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class), column);
    }

    private static boolean flag(Readable row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }
}

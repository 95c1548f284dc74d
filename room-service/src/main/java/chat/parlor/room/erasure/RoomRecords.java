package chat.parlor.room.erasure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Everything that lies beside a room: the rows of every table with a column `room`, whichever there are by now. So a
/// feature that notes something about rooms need not remember that guests have rights.
@Repository
class RoomRecords {

    /// Not `accepts`: when an agent took a room says nothing of the guest once the room is gone, and the numbers of the
    /// desk are made of it. Not what is kept of the erasing itself.
    private static final String TABLES = """
            select quote_ident(table_name) as name from information_schema.columns
            where table_schema = current_schema() and column_name = 'room'
                and table_name not in ('accepts', 'erased_room')
            order by table_name
            """;
    private static final String ROOM = "select to_jsonb(t)::text as row from rooms t where id = $1";

    private final DatabaseClient database;
    private final JsonMapper json;

    RoomRecords(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Removes all of it, but not the room itself.
    Mono<Void> remove(String room) {
        return tables().concatMap(table -> run("delete from " + table + " where room = $1", room))
                .then();
    }

    /// The rows by table, those of the room itself under `rooms`.
    Mono<Map<String, List<JsonNode>>> of(String room) {
        return tables().concatMap(
                        table -> rows("select to_jsonb(t)::text as row from " + table + " t where room = $1", room)
                                .map(rows -> Map.entry(table, rows)))
                .concatWith(rows(ROOM, room).map(rows -> Map.entry("rooms", rows)))
                .filter(rows -> !rows.getValue().isEmpty())
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new);
    }

    private Flux<String> tables() {
        return database.sql(TABLES)
                .map(row -> Objects.requireNonNull(row.get("name", String.class)))
                .all()
                .collectList()
                .flatMapIterable(names -> names);
    }

    private Mono<List<JsonNode>> rows(String sql, String room) {
        return database.sql(sql)
                .bind(0, room)
                .map(row -> json.readTree(row.get("row", String.class)))
                .all()
                .collectList();
    }

    private Mono<Void> run(String sql, String room) {
        return database.sql(sql).bind(0, room).then();
    }
}

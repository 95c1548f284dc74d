package chat.parlor.guest.rights;

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

/// Everything this service keeps of a guest: its own row, and the rows of every table with a column `guest`, whichever
/// there are by now. So a feature that notes something about guests need not remember that they have rights.
@Repository
class GuestRecords {

    private static final String TABLES = """
            select quote_ident(table_name) as name from information_schema.columns
            where table_schema = current_schema() and column_name = 'guest' and table_name <> 'erasure'
            order by table_name
            """;
    /// Not what proves who the guest is: it is of no use but to whoever wants to be the guest.
    private static final String GUEST = "select (to_jsonb(t) - 'token_hash')::text as row from guest t where id = $1";
    /// Digests of what opens or ends something are as little use.
    private static final String ROW = "select (to_jsonb(t) - 'token_hash' - 'stop_hash')::text as row from ";

    private final DatabaseClient database;
    private final JsonMapper json;

    GuestRecords(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// The name of a guest, which is kept from changing until the transaction ends; empty when there is none.
    Mono<String> lockedName(String guest) {
        return database.sql("select name from guest where id = $1 for update")
                .bind(0, guest)
                .map(row -> Objects.requireNonNull(row.get("name", String.class)))
                .one();
    }

    Mono<Boolean> exists(String guest) {
        return rows(GUEST, guest).map(rows -> !rows.isEmpty());
    }

    /// Removes all of it.
    Mono<Void> remove(String guest) {
        return tables().concatMap(table -> run("delete from " + table + " where guest = $1", guest))
                .then(Mono.defer(() -> run("delete from guest where id = $1", guest)));
    }

    /// The rows by table.
    Mono<Map<String, List<JsonNode>>> of(String guest) {
        return tables().concatMap(table ->
                        rows(ROW + table + " t where guest = $1", guest).map(rows -> Map.entry(table, rows)))
                .concatWith(rows(GUEST, guest).map(rows -> Map.entry("guest", rows)))
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

    private Mono<List<JsonNode>> rows(String sql, String guest) {
        return database.sql(sql)
                .bind(0, guest)
                .map(row -> json.readTree(row.get("row", String.class)))
                .all()
                .collectList();
    }

    private Mono<Void> run(String sql, String guest) {
        return database.sql(sql).bind(0, guest).then();
    }
}

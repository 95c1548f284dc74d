package chat.parlor.presence.erasure;

import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is kept of somebody here.
@Repository
class KeptPeople {

    private static final String ROWS = "select to_jsonb(p)::text as row from person p where member = $1";

    private final DatabaseClient database;
    private final JsonMapper json;

    KeptPeople(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// Removes a guest. Whether it was known.
    Mono<Boolean> forget(String guest) {
        return run("delete from connection where member = $1", guest)
                .then(Mono.defer(() -> run("delete from person where member = $1 and kind = 'guest'", guest)))
                .map(rows -> rows > 0);
    }

    Mono<List<JsonNode>> of(String member) {
        return database.sql(ROWS)
                .bind(0, member)
                .map(row -> json.readTree(Objects.requireNonNull(row.get("row", String.class))))
                .all()
                .collectList();
    }

    private Mono<Long> run(String sql, String member) {
        return database.sql(sql).bind(0, member).fetch().rowsUpdated();
    }
}

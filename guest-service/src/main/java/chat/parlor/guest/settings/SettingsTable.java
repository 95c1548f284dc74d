package chat.parlor.guest.settings;

import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The settings as one JSON document, so that a new setting needs no migration.
@Repository
class SettingsTable {

    private final DatabaseClient database;
    private final JsonMapper json;

    SettingsTable(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    Mono<WidgetSettings> widget() {
        return database.sql("select value from setting where name = 'widget'")
                .map((row, metadata) -> row.get("value", String.class))
                .one()
                .map(value -> json.readValue(value, WidgetSettings.class));
    }

    Mono<Void> save(WidgetSettings settings, Instant now) {
        return database.sql("""
                insert into setting (name, value, changed_at) values ('widget', :value, :now)
                on conflict (name) do update set value = excluded.value, changed_at = excluded.changed_at
                """)
                .bind("value", Json.of(json.writeValueAsString(settings)))
                .bind("now", now)
                .then();
    }
}

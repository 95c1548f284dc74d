package chat.parlor.presence.grace;

import java.time.Duration;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// How long a person stays after its last connection has gone, so that a reload is no absence. What is set counts for
/// whoever goes from then on, on every node.
@Component
public final class Grace {

    private static final String SET = """
            insert into grace (seconds) values (:seconds) on conflict (single) do update set seconds = excluded.seconds
            """;

    private final DatabaseClient database;
    private final GraceProperties properties;

    Grace(DatabaseClient database, GraceProperties properties) {
        this.database = database;
        this.properties = properties;
    }

    /// What counts now.
    public Mono<Duration> period() {
        return database.sql("select seconds from grace")
                .map(row -> Duration.ofSeconds(Objects.requireNonNull(row.get("seconds", Integer.class))))
                .one()
                .defaultIfEmpty(properties.grace());
    }

    Mono<Void> set(Duration period) {
        return database.sql(SET)
                .bind("seconds", Math.toIntExact(period.toSeconds()))
                .fetch()
                .rowsUpdated()
                .then();
    }
}

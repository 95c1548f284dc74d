package chat.parlor.gateway.audit;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The audit log. The database refuses to change or remove what it holds.
@Component
public class AuditLog {

    private static final String INSERT = """
            insert into audit (at, action, actor, subject, address, result)
            values (:at, :action, :actor, :subject, :address, :result)
            """;

    private static final String INSERT_ONCE = """
            insert into audit (at, action, actor, subject, address, result)
            select :at, :action, :actor, :subject, :address, :result
            where not exists (select from audit where action = :action and subject = :subject)
            """;

    private final DatabaseClient database;
    private final Clock clock;

    AuditLog(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Adds a line, inside the current transaction if there is one.
    public Mono<Void> record(AuditEntry entry) {
        return run(INSERT, entry);
    }

    /// Adds a line unless this was done to its subject before: for facts that may be told again.
    public Mono<Void> recordOnce(AuditEntry entry) {
        return run(INSERT_ONCE, entry);
    }

    private Mono<Void> run(String sql, AuditEntry entry) {
        return database.sql(sql)
                .bind("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .bind("action", entry.action().stored())
                .bind("actor", Parameters.in(R2dbcType.VARCHAR, entry.actor()))
                .bind("subject", Parameters.in(R2dbcType.VARCHAR, entry.subject()))
                .bind("address", Parameters.in(R2dbcType.VARCHAR, entry.address()))
                .bind("result", entry.result().stored())
                .then();
    }
}

package chat.parlor.room.visibility;

import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The table `visibility`, and which rooms are not announced by it yet.
@Component
class ScopeStore {

    /// How many rooms are looked up at once.
    static final int MOST = 200;

    /// Each half is an index of its own, which is empty when all is done.
    private static final String BEHIND = """
            (select r.id from visibility v cross join rooms r
                where v.agents = 'own' and r.kind = 'guest' and r.keeper is distinct from r.assignee limit %1$d)
            union all
            (select r.id from visibility v cross join rooms r
                where v.agents = 'all' and r.kind = 'guest' and r.keeper is not null limit %1$d)
            """.formatted(MOST);

    private final DatabaseClient database;

    ScopeStore(DatabaseClient database) {
        this.database = database;
    }

    /// What is set.
    Mono<Scope> scope() {
        return database.sql("select agents from visibility")
                .map(row -> Scope.from(Objects.requireNonNull(row.get("agents", String.class)))
                        .orElseThrow())
                .one();
    }

    Mono<Void> save(Scope scope) {
        return database.sql("update visibility set agents = :agents")
                .bind("agents", scope.wire())
                .fetch()
                .rowsUpdated()
                .then();
    }

    /// Some of the guest rooms that were announced under another scope.
    Flux<String> behind() {
        return database.sql(BEHIND)
                .map(row -> Objects.requireNonNull(row.get("id", String.class)))
                .all();
    }
}

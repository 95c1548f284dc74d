package chat.parlor.message.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Which accounts may moderate every room they can read, and read conversations that are others'.
@Repository
public class Supervisors {

    private static final String FIND = "select account from supervisors where account = any($1)";
    private static final String ADD = "insert into supervisors select unnest($1::text[]) on conflict do nothing";
    private static final String REMOVE = "delete from supervisors where account = any($1)";

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    Supervisors(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /// Those of `accounts` that are supervisors.
    public Mono<Set<String>> among(Set<String> accounts) {
        if (accounts.isEmpty()) {
            return Mono.just(Set.of());
        }
        return database.sql(FIND)
                .bind(0, accounts.toArray(String[]::new))
                .map(row -> String.valueOf(row.get(0, String.class)))
                .all()
                .collect(Collectors.toSet());
    }

    Mono<Void> change(Set<String> appointed, Set<String> dismissed) {
        return run(REMOVE, dismissed).then(run(ADD, appointed)).as(transaction::transactional);
    }

    private Mono<Void> run(String sql, Set<String> accounts) {
        return database.sql(sql).bind(0, accounts.toArray(String[]::new)).then();
    }
}

package chat.parlor.room.accounts;

import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The table `accounts`.
@Component
class AccountStore {

    private static final String PUT = """
            insert into accounts (id, name, roles, disabled) values (:id, :name, :roles, :disabled)
            on conflict (id) do update
            set name = excluded.name, roles = excluded.roles, disabled = excluded.disabled
            """;

    private final DatabaseClient database;

    AccountStore(DatabaseClient database) {
        this.database = database;
    }

    Flux<Account> find(Collection<String> ids) {
        return database.sql("select * from accounts where id = any(:ids)")
                .bind("ids", ids.toArray(String[]::new))
                .map(AccountStore::account)
                .all();
    }

    Mono<Void> put(Account account) {
        return database.sql(PUT)
                .bind("id", account.id())
                .bind("name", account.name())
                .bind("roles", account.roles().toArray(String[]::new))
                .bind("disabled", account.disabled())
                .fetch()
                .rowsUpdated()
                .then();
    }

    private static Account account(Readable row) {
        return new Account(
                Objects.requireNonNull(row.get("id", String.class)),
                Objects.requireNonNull(row.get("name", String.class)),
                Set.of(Objects.requireNonNull(row.get("roles", String[].class))),
                Boolean.TRUE.equals(row.get("disabled", Boolean.class)));
    }
}

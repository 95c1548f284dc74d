package chat.parlor.gateway.accounts;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The table of accounts.
@Repository
class AccountStore {

    private static final String COLUMNS = "id, name, email, roles, disabled";
    private static final String INSERT = """
            insert into account (id, name, email, password, roles, created_at)
            values (:id, :name, :email, :password, :roles, :at)
            """;
    private static final String PAGE = "select " + COLUMNS + """
             from account
            where (name ilike :pattern or email ilike :pattern) and (lower(name), id) > (lower(:name), :id)
            order by lower(name), id
            limit :limit
            """;

    private static final String ADMINISTRATORS = """
            select id from account where 'administrator' = any(roles) and not disabled order by id for update
            """;

    private final DatabaseClient database;

    AccountStore(DatabaseClient database) {
        this.database = database;
    }

    /// Adds an account; fails with [org.springframework.dao.DuplicateKeyException] when the e-mail is taken.
    Mono<Void> insert(Account account, String password, Instant at) {
        return database.sql(INSERT)
                .bind("id", account.id())
                .bind("name", account.name())
                .bind("email", account.email())
                .bind("password", password)
                .bind("roles", account.roles().toArray(String[]::new))
                .bind("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .then();
    }

    Mono<Account> byId(String id) {
        return database.sql("select " + COLUMNS + " from account where id = :id")
                .bind("id", id)
                .map(AccountStore::account)
                .one();
    }

    Flux<Account> byIds(Collection<String> ids) {
        return database.sql("select " + COLUMNS + " from account where id = any(:ids)")
                .bind("ids", ids.toArray(String[]::new))
                .map(AccountStore::account)
                .all();
    }

    Mono<StoredPassword> byEmail(String email) {
        return database.sql("select " + COLUMNS + ", password from account where lower(email) = lower(:email)")
                .bind("email", email)
                .map(row -> new StoredPassword(account(row), text(row, "password")))
                .one();
    }

    /// Accounts whose name or e-mail contains `q`, after `position`, ordered as positions are.
    Mono<List<Account>> page(String q, Page.Position position, int limit) {
        return database.sql(PAGE)
                .bind("pattern", "%" + q.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .bind("name", position.name())
                .bind("id", position.id())
                .bind("limit", limit)
                .map(AccountStore::account)
                .all()
                .collectList();
    }

    /// The account, locked until the transaction ends.
    Mono<Account> locked(String id) {
        return database.sql("select " + COLUMNS + " from account where id = :id for update")
                .bind("id", id)
                .map(AccountStore::account)
                .one();
    }

    /// The ids of those who can administrate, locked until the transaction ends.
    Mono<List<String>> lockedAdministrators() {
        return database.sql(ADMINISTRATORS).map(row -> text(row, "id")).all().collectList();
    }

    Mono<Void> update(Account account) {
        return database.sql("update account set roles = :roles, disabled = :disabled where id = :id")
                .bind("id", account.id())
                .bind("roles", account.roles().toArray(String[]::new))
                .bind("disabled", account.disabled())
                .then();
    }

    Mono<Void> setPassword(String id, String hash) {
        return database.sql("update account set password = :hash where id = :id")
                .bind("id", id)
                .bind("hash", hash)
                .then();
    }

    Mono<Boolean> hasAdministrator() {
        return database.sql("select exists (select from account where 'administrator' = any(roles) and not disabled)")
                .map(row -> Boolean.TRUE.equals(row.get(0, Boolean.class)))
                .one();
    }

    private static Account account(Readable row) {
        var roles = Objects.requireNonNull(row.get("roles", String[].class));
        var disabled = Boolean.TRUE.equals(row.get("disabled", Boolean.class));
        return new Account(text(row, "id"), text(row, "name"), text(row, "email"), List.of(roles), disabled);
    }

    private static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}

package chat.parlor.gateway.accounts;

import static chat.parlor.gateway.audit.AuditEntry.Action.ACCOUNT_CREATED;
import static chat.parlor.gateway.audit.AuditEntry.Result.OK;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.outbox.Outbox;
import chat.parlor.gateway.audit.AuditEntry;
import chat.parlor.gateway.audit.AuditLog;
import java.time.Clock;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The accounts of this Parlor.
@Service
public class Accounts {

    private final AccountStore store;
    private final Passwords passwords;
    private final Outbox outbox;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Accounts(
            AccountStore store,
            Passwords passwords,
            Outbox outbox,
            AuditLog audit,
            TransactionalOperator transaction,
            Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.outbox = outbox;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The account; empty when there is none.
    public Mono<Account> byId(String id) {
        return store.byId(id);
    }

    /// The account of an e-mail, whatever its case, and its password's hash; empty when there is none.
    public Mono<StoredPassword> byEmail(String email) {
        return store.byEmail(email);
    }

    /// Those of `ids` that exist, in no particular order.
    Flux<Account> byIds(Collection<String> ids) {
        return store.byIds(ids);
    }

    /// A page of accounts whose name or e-mail contains `q`.
    Mono<Page> page(String q, Page.Position after, int limit) {
        return store.page(q, after, limit + 1).map(found -> Page.of(found, limit));
    }

    /// Completes when nobody has the e-mail; else fails with [AccountRefusal.EmailTaken].
    public Mono<Void> requireFree(String email) {
        return store.byEmail(email).flatMap(taken -> Mono.<Void>error(AccountRefusal.EmailTaken::new));
    }

    Mono<Boolean> hasAdministrator() {
        return store.hasAdministrator();
    }

    /// Creates an account, announces it and writes it to the audit log, all or nothing.
    ///
    /// @param alsoInTransaction what must have happened, too, for the account to exist
    /// @return fails with [AccountRefusal.EmailTaken] or [PasswordsBusy]
    public Mono<Account> create(WantedAccount wanted, @Nullable By by, Mono<Void> alsoInTransaction) {
        var account = new Account(Ids.random("a_"), wanted.name(), wanted.email(), wanted.roles(), false);
        return passwords
                .hash(wanted.password())
                .flatMap(hash -> stored(account, hash, by)
                        .then(alsoInTransaction)
                        .as(transaction::transactional)
                        .thenReturn(account))
                .onErrorMap(DuplicateKeyException.class, e -> new AccountRefusal.EmailTaken());
    }

    private Mono<Void> stored(Account account, String hash, @Nullable By by) {
        return store.insert(account, hash, clock.instant())
                .then(outbox.append(AccountChanged.event(account)))
                .then(audit.record(created(account, by)));
    }

    private static AuditEntry created(Account account, @Nullable By by) {
        return new AuditEntry(
                ACCOUNT_CREATED, by == null ? null : by.account(), account.id(), by == null ? null : by.address(), OK);
    }

    /// Who does something to an account, and from where.
    ///
    /// @param account none when nobody is signed in
    public record By(@Nullable String account, @Nullable String address) {

        public static By of(Caller caller) {
            return new By(caller.id(), caller.address());
        }
    }
}

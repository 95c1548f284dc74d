package chat.parlor.gateway.accounts;

import static chat.parlor.gateway.audit.AuditEntry.Action.ACCOUNT_DISABLED;
import static chat.parlor.gateway.audit.AuditEntry.Action.ACCOUNT_ENABLED;
import static chat.parlor.gateway.audit.AuditEntry.Action.PASSWORD_SET;
import static chat.parlor.gateway.audit.AuditEntry.Action.ROLES_CHANGED;
import static chat.parlor.gateway.audit.AuditEntry.Result.OK;

import chat.parlor.chassis.outbox.Outbox;
import chat.parlor.gateway.audit.AuditEntry;
import chat.parlor.gateway.audit.AuditLog;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Changes accounts there are, announces the change and writes it to the audit log. Everything here happens within the
/// transaction of the caller, who also ends what the account had open.
@Service
public class AccountChanges {

    private final AccountStore store;
    private final Outbox outbox;
    private final AuditLog audit;

    AccountChanges(AccountStore store, Outbox outbox, AuditLog audit) {
        this.store = store;
        this.outbox = outbox;
        this.audit = audit;
    }

    /// Lets the account sign in no more. Repeating it changes nothing.
    ///
    /// @return fails with [AccountRefusal.Unknown] or [AccountRefusal.LastAdministrator]
    public Mono<Account> disable(String id, Accounts.By by) {
        return changed(id, account -> account.withDisabled(true), ACCOUNT_DISABLED, by);
    }

    /// Lets the account sign in again. Repeating it changes nothing.
    ///
    /// @return fails with [AccountRefusal.Unknown]
    public Mono<Account> enable(String id, Accounts.By by) {
        return changed(id, account -> account.withDisabled(false), ACCOUNT_ENABLED, by);
    }

    /// Gives the account these roles instead of those it has.
    ///
    /// @return fails with [AccountRefusal.Unknown] or [AccountRefusal.LastAdministrator]
    public Mono<Account> grant(String id, List<String> roles, Accounts.By by) {
        return changed(id, account -> account.withRoles(roles), ROLES_CHANGED, by);
    }

    /// Replaces the password.
    ///
    /// @return fails with [AccountRefusal.Unknown] or [AccountRefusal.Disabled]
    public Mono<Account> setPassword(String id, String hash, Accounts.By by) {
        return active(id)
                .flatMap(account -> store.setPassword(id, hash)
                        .then(audit.record(entry(PASSWORD_SET, id, by)))
                        .thenReturn(account));
    }

    /// The account, which stays as it is until the transaction ends.
    ///
    /// @return fails with [AccountRefusal.Unknown] or [AccountRefusal.Disabled]
    public Mono<Account> active(String id) {
        return locked(id)
                .flatMap(account -> account.disabled() ? Mono.error(AccountRefusal.Disabled::new) : Mono.just(account));
    }

    /// Administrators are locked first and in one order, so that of two who take each other's right one wins.
    private Mono<Account> changed(String id, UnaryOperator<Account> change, AuditEntry.Action action, Accounts.By by) {
        return store.lockedAdministrators()
                .flatMap(administrators -> locked(id).flatMap(before -> {
                    var after = change.apply(before);
                    if (after.equals(before)) {
                        return Mono.just(before);
                    }
                    return administrators.equals(List.of(id)) && !after.administrates()
                            ? Mono.error(AccountRefusal.LastAdministrator::new)
                            : stored(after, action, by);
                }));
    }

    private Mono<Account> locked(String id) {
        return store.locked(id).switchIfEmpty(Mono.error(AccountRefusal.Unknown::new));
    }

    private Mono<Account> stored(Account account, AuditEntry.Action action, Accounts.By by) {
        return store.update(account)
                .then(outbox.append(AccountChanged.event(account)))
                .then(audit.record(entry(action, account.id(), by)))
                .thenReturn(account);
    }

    private static AuditEntry entry(AuditEntry.Action action, String account, Accounts.By by) {
        return new AuditEntry(action, by.account(), account, by.address(), OK);
    }
}

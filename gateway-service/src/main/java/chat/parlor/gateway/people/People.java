package chat.parlor.gateway.people;

import chat.parlor.gateway.accounts.Account;
import chat.parlor.gateway.accounts.AccountChanges;
import chat.parlor.gateway.accounts.Accounts;
import chat.parlor.gateway.links.Issued;
import chat.parlor.gateway.links.Links;
import chat.parlor.gateway.sessions.OpenSessions;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Changes to people, each all or nothing. Whoever can do less than before is signed out everywhere at once.
@Service
class People {

    private final AccountChanges changes;
    private final Links links;
    private final OpenSessions sessions;
    private final TransactionalOperator transaction;

    People(AccountChanges changes, Links links, OpenSessions sessions, TransactionalOperator transaction) {
        this.changes = changes;
        this.links = links;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /// Signs the person out everywhere and lets nobody sign in as it.
    ///
    /// @return fails with [chat.parlor.gateway.accounts.AccountRefusal]
    Mono<Account> disable(String id, Accounts.By by) {
        return signedOut(changes.disable(id, by)
                .flatMap(account -> links.revokeResets(account.id()).thenReturn(account)));
    }

    /// Lets the person sign in again.
    ///
    /// @return fails with [chat.parlor.gateway.accounts.AccountRefusal]
    Mono<Account> enable(String id, Accounts.By by) {
        return changes.enable(id, by).as(transaction::transactional);
    }

    /// Gives the person other roles. Tokens and sockets of the old ones end: the person signs in again.
    ///
    /// @return fails with [chat.parlor.gateway.accounts.AccountRefusal]
    Mono<Account> grant(String id, List<String> roles, Accounts.By by) {
        return signedOut(changes.grant(id, roles, by));
    }

    /// Allows a new password to whoever gets the link. The old one counts until then.
    ///
    /// @param language as in `Accept-Language`
    /// @return fails with [chat.parlor.gateway.accounts.AccountRefusal]
    Mono<Issued> reset(String id, Accounts.By by, String language) {
        return changes.active(id)
                .flatMap(account -> links.reset(account, by, language))
                .as(transaction::transactional);
    }

    private Mono<Account> signedOut(Mono<Account> change) {
        return change.zipWhen(account -> sessions.end(account.id()))
                .as(transaction::transactional)
                .map(done -> {
                    sessions.ended(done.getT2());
                    return done.getT1();
                });
    }
}

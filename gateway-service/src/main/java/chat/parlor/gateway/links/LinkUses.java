package chat.parlor.gateway.links;

import chat.parlor.gateway.accounts.Account;
import chat.parlor.gateway.accounts.AccountChanges;
import chat.parlor.gateway.accounts.Accounts;
import chat.parlor.gateway.accounts.Passwords;
import chat.parlor.gateway.accounts.WantedAccount;
import chat.parlor.gateway.sessions.OpenSessions;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Does what a link is for: makes the account of who was invited, or sets the new password and ends every session of
/// the old one.
@Service
class LinkUses {

    private final Links links;
    private final Accounts accounts;
    private final AccountChanges changes;
    private final Passwords passwords;
    private final OpenSessions sessions;
    private final TransactionalOperator transaction;

    LinkUses(
            Links links,
            Accounts accounts,
            AccountChanges changes,
            Passwords passwords,
            OpenSessions sessions,
            TransactionalOperator transaction) {
        this.links = links;
        this.accounts = accounts;
        this.changes = changes;
        this.passwords = passwords;
        this.sessions = sessions;
        this.transaction = transaction;
    }

    /// Uses the link, all or nothing.
    ///
    /// @return the account that may sign in now; fails with [LinkRefusal],
    ///     [chat.parlor.gateway.accounts.AccountRefusal] or [chat.parlor.gateway.accounts.PasswordsBusy]
    Mono<Account> use(Link link, UsedLink.Chosen chosen, Accounts.By by) {
        return switch (link.purpose()) {
            case invitation -> accepted(link, chosen, by);
            case reset -> reset(link, chosen, by);
        };
    }

    private Mono<Account> accepted(Link link, UsedLink.Chosen chosen, Accounts.By by) {
        var wanted = new WantedAccount(chosen.name(), link.email(), chosen.password(), link.roles());
        return accounts.create(wanted, by, links.use(link));
    }

    private Mono<Account> reset(Link link, UsedLink.Chosen chosen, Accounts.By by) {
        var account = Objects.requireNonNull(link.account());
        return passwords
                .hash(chosen.password())
                .flatMap(hash -> links.use(link)
                        .then(changes.setPassword(account, hash, by))
                        .zipWhen(changed -> sessions.end(changed.id()))
                        .as(transaction::transactional)
                        .map(done -> {
                            sessions.ended(done.getT2());
                            return done.getT1();
                        }));
    }
}

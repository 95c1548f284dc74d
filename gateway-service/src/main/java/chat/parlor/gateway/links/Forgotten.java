package chat.parlor.gateway.links;

import static chat.parlor.gateway.audit.AuditEntry.Action.RESET_ASKED;
import static chat.parlor.gateway.audit.AuditEntry.Result.FAILED;

import chat.parlor.gateway.accounts.Account;
import chat.parlor.gateway.accounts.AccountChanges;
import chat.parlor.gateway.accounts.AccountRefusal;
import chat.parlor.gateway.accounts.Accounts;
import chat.parlor.gateway.accounts.StoredPassword;
import chat.parlor.gateway.audit.AuditEntry;
import chat.parlor.gateway.audit.AuditLog;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Sends a link to a new password to whoever asks for one and has an account. Whoever asks is answered before anything
/// is looked up: neither the text nor the time tells whether there is such an account.
@Service
class Forgotten {

    private static final Logger LOG = LoggerFactory.getLogger(Forgotten.class);
    private static final Duration BUSY = Duration.ofSeconds(2);

    private final Accounts accounts;
    private final AccountChanges changes;
    private final Links links;
    private final LinkMails mails;
    private final ForgottenThrottle throttle;
    private final AuditLog audit;
    private final TransactionalOperator transaction;
    private final Semaphore room;

    Forgotten(
            Accounts accounts,
            AccountChanges changes,
            Links links,
            LinkMails mails,
            ForgottenThrottle throttle,
            AuditLog audit,
            TransactionalOperator transaction,
            ForgottenProperties properties) {
        this.accounts = accounts;
        this.changes = changes;
        this.links = links;
        this.mails = mails;
        this.throttle = throttle;
        this.audit = audit;
        this.transaction = transaction;
        this.room = new Semaphore(properties.atOnce());
    }

    /// Whether a link can be asked for.
    boolean on() {
        return mails.on();
    }

    /// Takes the wish and goes on by itself.
    ///
    /// @param address where it comes from
    /// @param language as in `Accept-Language`
    /// @throws LinkRefusal.MailOff when no mail is sent here
    /// @throws LinkRefusal.TooMany when too many were asked for
    void ask(String email, String address, String language) {
        if (!mails.on()) {
            throw new LinkRefusal.MailOff();
        }
        throttle.count(email, address);
        if (!room.tryAcquire()) {
            throw new LinkRefusal.TooMany(BUSY);
        }
        sent(email, address, language)
                .doFinally(end -> room.release())
                .subscribe(done -> {}, failure -> LOG.warn("no link to a new password sent: {}", failure.toString()));
    }

    private Mono<Issued> sent(String email, String address, String language) {
        return accounts.byEmail(email)
                .map(StoredPassword::account)
                .filter(account -> !account.disabled())
                .flatMap(account -> issued(account, new Accounts.By(account.id(), address), language))
                .switchIfEmpty(Mono.defer(() -> nobody(address)));
    }

    /// Who was disabled in between gets none, as if there were no such account.
    private Mono<Issued> issued(Account account, Accounts.By by, String language) {
        return changes.active(account.id())
                .flatMap(active -> links.forgotten(active, by, language))
                .as(transaction::transactional)
                .onErrorResume(AccountRefusal.class, gone -> Mono.empty());
    }

    private Mono<Issued> nobody(String address) {
        return audit.record(new AuditEntry(RESET_ASKED, null, null, address, FAILED))
                .then(Mono.empty());
    }
}

package chat.parlor.gateway.links;

import static chat.parlor.gateway.audit.AuditEntry.Action.INVITATION_REVOKED;
import static chat.parlor.gateway.audit.AuditEntry.Action.INVITED;
import static chat.parlor.gateway.audit.AuditEntry.Action.RESET_ALLOWED;
import static chat.parlor.gateway.audit.AuditEntry.Action.RESET_ASKED;
import static chat.parlor.gateway.audit.AuditEntry.Result.OK;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.gateway.accounts.Account;
import chat.parlor.gateway.accounts.Accounts;
import chat.parlor.gateway.audit.AuditEntry;
import chat.parlor.gateway.audit.AuditLog;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// The links that work once: making them, taking them back, and telling whether one still counts.
@Service
public class Links {

    private static final String PREFIX = "pl_";
    private static final Pattern TOKEN = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private final LinkStore store;
    private final LinkMails mails;
    private final AuditLog audit;
    private final LinkProperties properties;
    private final ForgottenProperties forgotten;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Links(
            LinkStore store,
            LinkMails mails,
            AuditLog audit,
            LinkProperties properties,
            ForgottenProperties forgotten,
            TransactionalOperator transaction,
            Clock clock) {
        this.store = store;
        this.mails = mails;
        this.audit = audit;
        this.properties = properties;
        this.forgotten = forgotten;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Invites somebody, by mail too if there is mail. An earlier invitation to the same e-mail stops to count.
    ///
    /// @param language as in `Accept-Language`
    /// @return fails with [LinkRefusal.Full]
    Mono<Issued> invite(Invitation.Checked wanted, Accounts.By by, String language) {
        var life = properties.invitation();
        var link = link(Link.Purpose.invitation, wanted.email(), wanted.name(), wanted.roles(), null, life);
        return requireRoom()
                .then(issued(link, INVITED, by))
                .flatMap(issued -> mails.sent(issued, LinkMails.Occasion.invitation, language))
                .as(transaction::transactional);
    }

    /// Allows a new password for the account, within the current transaction. An earlier link stops to count.
    ///
    /// @param language as in `Accept-Language`
    public Mono<Issued> reset(Account account, Accounts.By by, String language) {
        return issued(password(account, properties.reset()), RESET_ALLOWED, by)
                .flatMap(issued -> mails.sent(issued, LinkMails.Occasion.reset, language));
    }

    /// The same for somebody who asked for it, whose link reaches nobody but the mailbox of the account.
    Mono<Issued> forgotten(Account account, Accounts.By by, String language) {
        return issued(password(account, forgotten.life()), RESET_ASKED, by)
                .flatMap(issued -> mails.sent(issued, LinkMails.Occasion.forgotten, language));
    }

    /// Takes back what was to set a password of the account, within the current transaction.
    public Mono<Void> revokeResets(String account) {
        return store.revokeResets(account, now());
    }

    /// Open invitations, the newest first; those that are too old are among them.
    Mono<List<Link>> invitations() {
        return store.invitations(properties.invitations());
    }

    /// Takes an invitation back.
    ///
    /// @return fails with [LinkRefusal.Unknown] when there is none that is open
    Mono<Void> revoke(String id, Accounts.By by) {
        return store.revoke(id, now())
                .filter(revoked -> revoked)
                .switchIfEmpty(Mono.error(LinkRefusal.Unknown::new))
                .then(audit.record(new AuditEntry(INVITATION_REVOKED, by.account(), id, by.address(), OK)))
                .as(transaction::transactional);
    }

    /// The link of a token.
    ///
    /// @return fails with the [LinkRefusal] that says why it does not count
    Mono<Link> open(String token) {
        return Mono.just(token)
                .filter(given -> TOKEN.matcher(given).matches())
                .flatMap(store::byToken)
                .switchIfEmpty(Mono.error(LinkRefusal.Unknown::new))
                .map(this::counting);
    }

    /// Uses a link up, within the current transaction: of many at once one succeeds.
    ///
    /// @return fails with [LinkRefusal.Used]
    Mono<Void> use(Link link) {
        return store.use(link.id(), now())
                .filter(used -> used)
                .switchIfEmpty(Mono.error(LinkRefusal.Used::new))
                .then();
    }

    private Link counting(LinkStore.Stored stored) {
        if (stored.usedAt() != null) {
            throw new LinkRefusal.Used();
        }
        if (stored.revokedAt() != null) {
            throw new LinkRefusal.Revoked();
        }
        if (!now().isBefore(stored.link().expiresAt())) {
            throw new LinkRefusal.Expired();
        }
        return stored.link();
    }

    private Mono<Void> requireRoom() {
        return invitations()
                .filter(open -> open.size() < properties.invitations())
                .switchIfEmpty(Mono.error(() -> new LinkRefusal.Full(properties.invitations())))
                .then();
    }

    private Mono<Issued> issued(Link link, AuditEntry.Action action, Accounts.By by) {
        var issued = new Issued(link, Ids.secret(PREFIX), false);
        var subject = link.account() == null ? link.id() : link.account();
        return store.forget(now().minus(properties.kept()))
                .then(store.insert(issued, Objects.requireNonNull(by.account())))
                .then(audit.record(new AuditEntry(action, by.account(), subject, by.address(), OK)))
                .thenReturn(issued);
    }

    private Link password(Account account, Duration life) {
        return link(Link.Purpose.reset, account.email(), account.name(), List.of(), account.id(), life);
    }

    private Link link(
            Link.Purpose purpose,
            String email,
            @Nullable String name,
            List<String> roles,
            @Nullable String account,
            Duration life) {
        var now = now();
        return new Link(Ids.random("l_"), purpose, email, name, roles, account, now, now.plus(life));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

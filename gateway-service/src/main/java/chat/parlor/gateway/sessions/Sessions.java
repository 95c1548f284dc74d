package chat.parlor.gateway.sessions;

import static chat.parlor.gateway.audit.AuditEntry.Action.SIGN_IN;
import static chat.parlor.gateway.audit.AuditEntry.Action.SIGN_OUT;
import static chat.parlor.gateway.audit.AuditEntry.Result.FAILED;
import static chat.parlor.gateway.audit.AuditEntry.Result.OK;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.outbox.Outbox;
import chat.parlor.gateway.accounts.Account;
import chat.parlor.gateway.accounts.StoredPassword;
import chat.parlor.gateway.audit.AuditEntry;
import chat.parlor.gateway.audit.AuditLog;
import chat.parlor.gateway.identity.EndedSessions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// The sessions of accounts, from sign-in to sign-out.
@Service
class Sessions {

    private final SessionStore store;
    private final Outbox outbox;
    private final AuditLog audit;
    private final EndedSessions ended;
    private final SessionsProperties properties;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Sessions(
            SessionStore store,
            Outbox outbox,
            AuditLog audit,
            EndedSessions ended,
            SessionsProperties properties,
            TransactionalOperator transaction,
            Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.audit = audit;
        this.ended = ended;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Begins a session of the account whose password was shown, and writes it to the audit log.
    ///
    /// @return fails with [SessionRefusal.BadCredentials] when the account was disabled or got another password
    ///     meanwhile
    Mono<Session> begin(StoredPassword proven, String address) {
        var account = proven.account();
        var now = now();
        var token = Ids.secret(SessionTokens.PREFIX);
        var session = new Session(Ids.random("s_"), account.id(), token, now.plus(properties.life()));
        return store.insert(session, proven.hash(), now)
                .filter(stored -> stored)
                .switchIfEmpty(Mono.error(SessionRefusal.BadCredentials::new))
                .then(audit.record(new AuditEntry(SIGN_IN, account.id(), session.id(), address, OK)))
                .as(transaction::transactional)
                .thenReturn(session);
    }

    /// Writes a sign-in that failed to the audit log.
    Mono<Void> failed(@Nullable Account account, String address) {
        return audit.record(new AuditEntry(SIGN_IN, null, account == null ? null : account.id(), address, FAILED));
    }

    /// Ends a session: its token is dead on this node when this completes, on the others as soon as they hear of it.
    /// Ending it twice changes nothing.
    Mono<Void> end(String session, String account, @Nullable String address) {
        var now = now();
        return store.end(session, now)
                .filter(changed -> changed)
                .flatMap(changed -> announced(new SessionEnded(session, account, now), address))
                .as(transaction::transactional)
                .then(Mono.fromRunnable(() -> ended.end(session)));
    }

    private Mono<Void> announced(SessionEnded fact, @Nullable String address) {
        return outbox.append(Event.of(SessionEnded.TOPIC, fact.session(), SessionEnded.TYPE, fact))
                .then(audit.record(new AuditEntry(SIGN_OUT, fact.account(), fact.session(), address, OK)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

package chat.parlor.gateway.apikeys;

import static chat.parlor.gateway.audit.AuditEntry.Action.KEY_CREATED;
import static chat.parlor.gateway.audit.AuditEntry.Action.KEY_REVOKED;
import static chat.parlor.gateway.audit.AuditEntry.Action.KEY_ROTATED;
import static chat.parlor.gateway.audit.AuditEntry.Result.OK;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.outbox.Outbox;
import chat.parlor.gateway.apikeys.ApiKey.Creator;
import chat.parlor.gateway.audit.AuditEntry;
import chat.parlor.gateway.audit.AuditLog;
import chat.parlor.gateway.identity.EndedSessions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The API keys, from their making to their end.
@Service
class ApiKeys {

    private final ApiKeyStore store;
    private final Outbox outbox;
    private final AuditLog audit;
    private final EndedSessions ended;
    private final ApiKeyProperties properties;
    private final TransactionalOperator transaction;
    private final Clock clock;

    ApiKeys(
            ApiKeyStore store,
            Outbox outbox,
            AuditLog audit,
            EndedSessions ended,
            ApiKeyProperties properties,
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

    /// All that were not revoked, the newest first; those that are too old are among them.
    Mono<List<ApiKey>> all() {
        return store.all(now());
    }

    /// Makes a key.
    ///
    /// @return fails with [ApiKeyRefusal.Invalid] or [ApiKeyRefusal.Full]
    Mono<IssuedKey> create(WantedKey wanted, Caller by) {
        var now = now();
        var checked = wanted.checked(now);
        var creator = new Creator(by.id(), by.name());
        var key = new ApiKey(
                Ids.random("k_"), checked.name(), checked.scopes(), creator, now, checked.expiresAt(), null, null);
        return requireRoom()
                .then(store.insert(key))
                .then(issued(key, now))
                .flatMap(
                        issued -> audit.record(entry(KEY_CREATED, key.id(), by)).thenReturn(issued))
                .as(transaction::transactional);
    }

    /// Gives a key a new secret; the one before counts for the grace.
    ///
    /// @return fails with [ApiKeyRefusal.Unknown] or [ApiKeyRefusal.Expired]
    Mono<IssuedKey> rotate(String id, Grace grace, Caller by) {
        var now = now();
        return store.locked(id, now)
                .switchIfEmpty(Mono.error(ApiKeyRefusal.Unknown::new))
                .doOnNext(key -> requireCounting(key, now))
                .flatMap(key -> endSecrets(id, now, grace)
                        .flatMap(over -> issued(key, now)
                                .flatMap(issued -> audit.record(entry(KEY_ROTATED, id, by))
                                        .then(store.locked(id, now))
                                        .map(fresh -> new Rotated(over, new IssuedKey(fresh, issued.secret()))))))
                .as(transaction::transactional)
                .doOnNext(rotated -> rotated.over().forEach(ended::end))
                .map(Rotated::issued);
    }

    private record Rotated(List<String> over, IssuedKey issued) {}

    /// Ends a key: it is dead on this node when this completes, on the others as soon as they hear of it.
    ///
    /// @return fails with [ApiKeyRefusal.Unknown]
    Mono<Void> revoke(String id, Caller by) {
        var now = now();
        return store.locked(id, now)
                .switchIfEmpty(Mono.error(ApiKeyRefusal.Unknown::new))
                .then(endSecrets(id, now, Grace.NONE))
                .flatMap(over -> store.revoke(id, now)
                        .then(audit.record(entry(KEY_REVOKED, id, by)))
                        .thenReturn(over))
                .as(transaction::transactional)
                .doOnNext(over -> over.forEach(ended::end))
                .then();
    }

    /// Those that are over at once, announced to every node.
    private Mono<List<String>> endSecrets(String key, Instant now, Grace grace) {
        return store.endSecrets(key, now.plus(grace.length()))
                .map(cut -> grace == Grace.NONE ? cut : List.<String>of())
                .flatMap(over -> Flux.fromIterable(over)
                        .concatMap(secret -> outbox.append(new SecretEnded(secret, key, now).event()))
                        .then(Mono.just(over)));
    }

    private Mono<IssuedKey> issued(ApiKey key, Instant now) {
        var secret = Ids.secret(ApiKeyTokens.PREFIX);
        return store.insertSecret(Ids.random("ks_"), key.id(), secret, now).thenReturn(new IssuedKey(key, secret));
    }

    private Mono<Void> requireRoom() {
        return store.count()
                .filter(keys -> keys < properties.most())
                .switchIfEmpty(Mono.error(() -> new ApiKeyRefusal.Full(properties.most())))
                .then();
    }

    private static void requireCounting(ApiKey key, Instant now) {
        if (key.expiresAt() != null && !now.isBefore(key.expiresAt())) {
            throw new ApiKeyRefusal.Expired();
        }
    }

    private static AuditEntry entry(AuditEntry.Action action, String key, Caller by) {
        return new AuditEntry(action, by.id(), key, by.address(), OK);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

package chat.parlor.gateway.webhooks;

import static chat.parlor.gateway.audit.AuditEntry.Action.WEBHOOK_ADDED;
import static chat.parlor.gateway.audit.AuditEntry.Action.WEBHOOK_CHANGED;
import static chat.parlor.gateway.audit.AuditEntry.Action.WEBHOOK_REMOVED;
import static chat.parlor.gateway.audit.AuditEntry.Result.OK;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.gateway.audit.AuditEntry;
import chat.parlor.gateway.audit.AuditLog;
import chat.parlor.gateway.egress.Egress;
import chat.parlor.gateway.feed.Feed;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// The webhooks, from their registration to their removal.
@Service
class Webhooks {

    private final WebhookStore store;
    private final Secrets secrets;
    private final Egress egress;
    private final Feed feed;
    private final AuditLog audit;
    private final WebhookProperties properties;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Webhooks(
            WebhookStore store,
            Secrets secrets,
            Egress egress,
            Feed feed,
            AuditLog audit,
            WebhookProperties properties,
            TransactionalOperator transaction,
            Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.egress = egress;
        this.feed = feed;
        this.audit = audit;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<List<Webhook>> all() {
        return store.all();
    }

    /// Registers a webhook, which is told what happens from now on.
    ///
    /// @return fails with [WebhookRefusal.Invalid] or [WebhookRefusal.Full]
    Mono<Webhook.Issued> add(WantedWebhook wanted, Caller by) {
        var checked = wanted.checked(egress);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var webhook = new Webhook(Ids.random("w_"), checked.url(), checked.types(), Webhook.ACTIVE, null, 0, now);
        var secret = secrets.next();
        return requireRoom()
                .then(feed.end())
                .flatMap(end -> store.insert(webhook, secrets.closed(webhook.id(), secret), end))
                .then(audit.record(new AuditEntry(WEBHOOK_ADDED, by.id(), webhook.id(), by.address(), OK)))
                .as(transaction::transactional)
                .thenReturn(new Webhook.Issued(webhook, secret));
    }

    /// Changes where it leads and what it is told; what waits already goes to the new address.
    Mono<Webhook> change(String id, WantedWebhook wanted, Caller by) {
        return changed(store.change(id, wanted.checked(egress)), id, by);
    }

    /// Tells it nothing until it is resumed.
    Mono<Webhook> pause(String id, Caller by) {
        return changed(store.state(id, Webhook.PAUSED), id, by);
    }

    /// Goes on where it stopped, as far back as the feed is kept, beginning with what waits.
    Mono<Webhook> resume(String id, Caller by) {
        return changed(
                store.state(id, Webhook.ACTIVE)
                        .flatMap(found -> store.begin(id, clock.instant()).thenReturn(found)),
                id,
                by);
    }

    /// Signs with another secret from now on.
    Mono<Webhook.Issued> renew(String id, Caller by) {
        var secret = secrets.next();
        return changed(store.secret(id, secrets.closed(id, secret)), id, by)
                .map(webhook -> new Webhook.Issued(webhook, secret));
    }

    Mono<Void> remove(String id, Caller by) {
        return store.delete(id)
                .filter(found -> found)
                .switchIfEmpty(Mono.error(WebhookRefusal.Unknown::new))
                .then(audit.record(new AuditEntry(WEBHOOK_REMOVED, by.id(), id, by.address(), OK)))
                .as(transaction::transactional);
    }

    private Mono<Webhook> changed(Mono<Boolean> change, String id, Caller by) {
        return change.filter(found -> found)
                .switchIfEmpty(Mono.error(WebhookRefusal.Unknown::new))
                .then(audit.record(new AuditEntry(WEBHOOK_CHANGED, by.id(), id, by.address(), OK)))
                .then(store.byId(id))
                .as(transaction::transactional);
    }

    private Mono<Void> requireRoom() {
        return store.count()
                .filter(webhooks -> webhooks < properties.most())
                .switchIfEmpty(Mono.error(() -> new WebhookRefusal.Full(properties.most())))
                .then();
    }
}

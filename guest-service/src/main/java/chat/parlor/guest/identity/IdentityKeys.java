package chat.parlor.guest.identity;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.guest.identity.IdentityKey.Creator;
import chat.parlor.guest.identity.IdentityKey.Issued;
import chat.parlor.guest.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// What administrators do with the keys, and whether identity is required.
@Component
class IdentityKeys {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityKeys.class);

    private final IdentityTable table;
    private final KeySeal seal;
    private final Settings settings;
    private final TransactionalOperator transaction;
    private final IdentityProperties properties;
    private final Clock clock;

    IdentityKeys(
            IdentityTable table,
            KeySeal seal,
            Settings settings,
            TransactionalOperator transaction,
            IdentityProperties properties,
            Clock clock) {
        this.table = table;
        this.seal = seal;
        this.settings = settings;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
    }

    /// @param keys that count, the newest first
    record Overview(boolean required, List<IdentityKey> keys) {

        Overview {
            keys = List.copyOf(keys);
        }

        private boolean lasts() {
            return keys.stream().anyMatch(key -> key.endsAt() == null);
        }
    }

    Mono<Overview> overview() {
        return Mono.zip(table.required(), table.counting(now()).collectList(), Overview::new);
    }

    /// Fails with [KeyRefusal.KeyNeeded].
    Mono<Overview> require(boolean required) {
        return locked(overview())
                .filter(overview -> !required || overview.lasts())
                .switchIfEmpty(Mono.error(KeyRefusal.KeyNeeded::new))
                .delayUntil(overview -> table.require(required, now()))
                .delayUntil(overview -> settings.changed())
                .map(overview -> new Overview(required, overview.keys()))
                .as(transaction::transactional);
    }

    /// Makes a key; those before count for `grace`. Fails with [KeyRefusal.Full].
    Mono<Issued> make(Grace grace, Caller caller) {
        var now = now();
        var key = new IdentityKey(Ids.random("ik_"), new Creator(caller.id(), caller.name()), now, null);
        var secret = Ids.secret("pi_");
        return locked(overview())
                .filter(overview -> grace == Grace.NONE || overview.keys().size() < properties.mostKeys())
                .switchIfEmpty(Mono.error(() -> new KeyRefusal.Full(properties.mostKeys())))
                .then(Mono.defer(() -> table.add(key, seal.closed(key.id(), secret), now.plus(grace.length()))))
                .then(Mono.defer(settings::changed))
                .thenReturn(new Issued(key, secret))
                .as(transaction::transactional)
                .doOnNext(made -> LOG.info("identity key {} was made by {}", key.id(), caller.id()));
    }

    /// Ends a key at once. Fails with [KeyRefusal.Unknown] or [KeyRefusal.KeyNeeded].
    Mono<Void> end(String id) {
        return locked(table.remove(id, now()))
                .filter(removed -> removed)
                .switchIfEmpty(Mono.error(KeyRefusal.Unknown::new))
                .then(Mono.defer(this::overview))
                .filter(left -> !left.required() || left.lasts())
                .switchIfEmpty(Mono.error(KeyRefusal.KeyNeeded::new))
                .then(Mono.defer(settings::changed))
                .as(transaction::transactional);
    }

    private <T> Mono<T> locked(Mono<T> then) {
        return table.lock().then(then);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

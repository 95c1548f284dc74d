package chat.parlor.gateway.keys;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.repeat.Repeating;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Reads the keys before the first request and from time to time after, adds the next one in time and removes those
/// that are over. Any number of nodes may do so at once; while the keys cannot be read, the known ones stay.
@Component
class KeyRotation implements SmartLifecycle {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /// Well before the web server starts.
    private static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 10_000;

    private final Keys keys;
    private final KeyStore store;
    private final KeysProperties properties;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Repeating again;

    KeyRotation(Keys keys, KeyStore store, KeysProperties properties, TransactionalOperator transaction, Clock clock) {
        this.keys = keys;
        this.store = store;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
        this.again = Repeating.every(properties.checkEvery(), "read the signing keys", this::turn);
    }

    @Override
    public void start() {
        turn().block(PATIENCE);
        again.start();
    }

    @Override
    public void stop() {
        again.stop();
    }

    @Override
    public boolean isRunning() {
        return again.isRunning();
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /// Reads the keys and changes them when it is time.
    Mono<Void> turn() {
        return store.all()
                .filter(ring -> !isDue(ring))
                .switchIfEmpty(Mono.defer(this::changed))
                .doOnNext(keys::replace)
                .then();
    }

    private boolean isDue(Keyring ring) {
        var now = clock.instant();
        return ring.next(now, properties).isPresent()
                || !ring.over(now, properties.keptAfter()).isEmpty();
    }

    /// Looks again behind the lock: another node may have been first.
    private Mono<Keyring> changed() {
        return store.lock()
                .then(Mono.defer(store::all))
                .flatMap(this::pruned)
                .flatMap(this::extended)
                .then(Mono.defer(store::all))
                .as(transaction::transactional);
    }

    private Mono<Keyring> pruned(Keyring ring) {
        var over = ring.over(clock.instant(), properties.keptAfter());
        return over.isEmpty() ? Mono.just(ring) : store.delete(over).thenReturn(ring);
    }

    private Mono<Void> extended(Keyring ring) {
        var now = clock.instant();
        return Mono.justOrEmpty(ring.next(now, properties))
                .map(from -> SigningKey.generated(Ids.random("k_"), from))
                .flatMap(key -> store.insert(key, now));
    }
}

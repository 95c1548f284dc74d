package chat.parlor.gateway.webhooks;

import chat.parlor.gateway.egress.Egress;
import chat.parlor.gateway.egress.Outcome;
import chat.parlor.gateway.webhooks.DeliveryStore.Claimed;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Sends what is due, on every node: each takes some, for as long as a lease. Whoever dies with one in its hands leaves
/// it
/// to the others, who send it again under the same id.
@Component
class Dispatcher implements SmartLifecycle, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration ROUND_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

    private final Fanout fanout;
    private final DeliveryStore store;
    private final Settlement settlement;
    private final Secrets secrets;
    private final Egress egress;
    private final WebhookProperties properties;
    private final Clock clock;
    private final Semaphore wakes = new Semaphore(0);
    private final Semaphore slots;
    /// How many deliveries are under way to each webhook; absent when none is.
    private final Map<String, Integer> underWay = new ConcurrentHashMap<>();
    private volatile Thread thread = Thread.ofPlatform().name("webhooks").unstarted(this);
    private volatile boolean running;

    Dispatcher(
            Fanout fanout,
            DeliveryStore store,
            Settlement settlement,
            Secrets secrets,
            Egress egress,
            WebhookProperties properties,
            Clock clock) {
        this.fanout = fanout;
        this.store = store;
        this.settlement = settlement;
        this.secrets = secrets;
        this.egress = egress;
        this.properties = properties;
        this.clock = clock;
        this.slots = new Semaphore(properties.atOnce());
    }

    /// Something may be due.
    void wake() {
        wakes.release();
    }

    @Override
    public void run() {
        while (running) {
            try {
                wakes.tryAcquire(properties.look().toMillis(), TimeUnit.MILLISECONDS);
                wakes.drainPermits();
                round();
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("webhooks: nothing sent, trying again: {}", failure.toString());
            }
        }
    }

    private void round() {
        Integer read;
        do {
            read = fanout.readOn().block(ROUND_TIMEOUT);
            take();
        } while (running && read != null && read > 0);
    }

    private void take() {
        var free = slots.availablePermits();
        if (free > 0) {
            var now = clock.instant();
            var taken = store.claim(now, now.plus(properties.lease()), busy(), properties.perWebhook(), free)
                    .collectList()
                    .block(ROUND_TIMEOUT);
            (taken == null ? List.<Claimed>of() : taken).forEach(this::begin);
        }
    }

    private List<String> busy() {
        return underWay.entrySet().stream()
                .filter(webhook -> webhook.getValue() >= properties.perWebhook())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void begin(Claimed claimed) {
        slots.acquireUninterruptibly();
        underWay.merge(claimed.webhook(), 1, Integer::sum);
        sent(claimed)
                .doFinally(end -> over(claimed))
                .subscribe(
                        nothing -> {},
                        failure -> LOG.warn("webhooks: {} is not settled: {}", claimed.id(), failure.toString()));
    }

    private void over(Claimed claimed) {
        underWay.computeIfPresent(claimed.webhook(), (one, many) -> many == 1 ? null : many - 1);
        slots.release();
        wake();
    }

    private Mono<Void> sent(Claimed claimed) {
        var begun = System.nanoTime();
        return outcome(claimed)
                .flatMap(outcome -> settlement.settle(claimed, outcome, Duration.ofNanos(System.nanoTime() - begun)));
    }

    private Mono<Outcome> outcome(Claimed claimed) {
        return Mono.fromCallable(() -> headers(claimed))
                .flatMap(headers -> egress.post(claimed.target().url(), headers, claimed.body()))
                .onErrorResume(IllegalStateException.class, unreadable -> {
                    LOG.error("webhooks: {} cannot be signed", claimed.webhook(), unreadable);
                    return Mono.just(new Outcome(null, "secret"));
                });
    }

    private Map<String, String> headers(Claimed claimed) {
        var timestamp = clock.instant().getEpochSecond();
        var secret = secrets.opened(claimed.webhook(), claimed.target().secret());
        return Map.of(
                "webhook-id", claimed.id(),
                "webhook-timestamp", Long.toString(timestamp),
                "webhook-signature", Secrets.signature(secret, claimed.id(), timestamp, claimed.body()));
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("webhooks").start(this);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        try {
            if (!thread.join(STOP_TIMEOUT)) {
                thread.interrupt();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

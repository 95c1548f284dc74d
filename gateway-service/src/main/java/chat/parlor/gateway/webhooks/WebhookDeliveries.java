package chat.parlor.gateway.webhooks;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.gateway.tick.Ticks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// The deliveries as people see them, and those that people ask for.
@Service
class WebhookDeliveries {

    static final String TEST = "webhook.test";

    private static final Logger LOG = LoggerFactory.getLogger(WebhookDeliveries.class);
    private static final Duration TRIM_EVERY = Duration.ofMinutes(10);
    private static final int SHOWN = 50;

    private final WebhookStore webhooks;
    private final DeliveryStore store;
    private final Dispatcher dispatcher;
    private final WebhookProperties properties;
    private final JsonMapper json;
    private final Clock clock;

    WebhookDeliveries(
            WebhookStore webhooks,
            DeliveryStore store,
            Dispatcher dispatcher,
            WebhookProperties properties,
            JsonMapper json,
            Clock clock,
            Ticks ticks) {
        this.webhooks = webhooks;
        this.store = store;
        this.dispatcher = dispatcher;
        this.properties = properties;
        this.json = json;
        this.clock = clock;
        ticks.every(TRIM_EVERY, this::trim);
    }

    /// What a test tells.
    record Test(String id, String type, Instant at, Map<String, String> data) {}

    /// The newest deliveries of a webhook, the newest first.
    Mono<List<Delivery>> newest(String webhook) {
        return webhooks.byId(webhook)
                .switchIfEmpty(Mono.error(WebhookRefusal.Unknown::new))
                .then(store.newest(webhook, SHOWN));
    }

    /// Tells a webhook something made up, once and at once, whatever its state.
    Mono<Delivery> test(String webhook) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var id = Ids.random("wd_");
        var body = json.writeValueAsString(new Test("e_" + id, TEST, now, Map.of("webhook", webhook)));
        return webhooks.byId(webhook)
                .switchIfEmpty(Mono.error(WebhookRefusal.Unknown::new))
                .then(store.insert(id, webhook, TEST, body, now))
                .then(Mono.fromRunnable(dispatcher::wake))
                .then(store.byId(id));
    }

    /// Sends one that is over once more, under the same id.
    Mono<Delivery> again(String webhook, String delivery) {
        return store.again(delivery, webhook, clock.instant())
                .filter(found -> found)
                .switchIfEmpty(Mono.error(WebhookRefusal.NotOver::new))
                .then(Mono.fromRunnable(dispatcher::wake))
                .then(store.byId(delivery));
    }

    private void trim() {
        store.trim(clock.instant().minus(properties.kept()))
                .subscribe(nothing -> {}, failure -> LOG.warn("deliveries not trimmed: {}", failure.toString()));
    }
}

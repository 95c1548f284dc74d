package chat.parlor.chassis.event;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import tools.jackson.databind.json.JsonMapper;

/// Runs every subscription of the service: starts their loops when the service has started, stops them first.
final class EventLoops implements SmartLifecycle {

    private static final Duration TOPIC_WAIT = Duration.ofMillis(200);
    private static final long STOP_SECONDS = 10;

    private final List<Subscription<?>> subscriptions;
    private final KafkaClients clients;
    private final DeadLetters deadLetters;
    private final JsonMapper json;
    private final MeterRegistry meters;
    private final List<EventLoop<?>> loops = new ArrayList<>();
    private final List<LoopState> states = new ArrayList<>();
    private final ExecutorService threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().name("loop-", 0).factory());
    private volatile boolean running;

    EventLoops(
            List<Subscription<?>> subscriptions,
            KafkaClients clients,
            DeadLetters deadLetters,
            JsonMapper json,
            MeterRegistry meters) {
        this.subscriptions = subscriptions;
        this.clients = clients;
        this.deadLetters = deadLetters;
        this.json = json;
        this.meters = meters;
    }

    List<LoopState> states() {
        return List.copyOf(states);
    }

    @Override
    public void start() {
        running = true;
        for (var subscription : subscriptions) {
            for (var consumer = 0; consumer < subscription.concurrency(); consumer++) {
                begin(subscription, consumer);
            }
        }
    }

    private <T> void begin(Subscription<T> subscription, int number) {
        var state = new LoopState(subscription.name() + "-" + number);
        var loop = new EventLoop<>(subscription, parts(subscription, number), state);
        states.add(state);
        loops.add(loop);
        threads.execute(loop);
        meters.gauge("parlor.loop.handled", Tags.of("loop", state.name()), state, s -> (double) s.handled());
    }

    private <T> LoopParts<T> parts(Subscription<T> subscription, int number) {
        var inGroup = subscription.reach() == Subscription.Reach.GROUP;
        return new LoopParts<>(
                () -> clients.consumer(subscription, number),
                subscription.topics().stream()
                        .map(clients.properties()::inBroker)
                        .collect(Collectors.toUnmodifiableSet()),
                new RecordParser<>(json, clients.properties(), subscription.types()),
                inGroup ? deadLetters::bury : deadLetters::skip,
                meters.timer("parlor.loop.batch", "loop", subscription.name()),
                TOPIC_WAIT);
    }

    @Override
    public void stop() {
        running = false;
        loops.forEach(EventLoop::stop);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

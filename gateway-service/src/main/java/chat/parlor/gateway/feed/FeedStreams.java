package chat.parlor.gateway.feed;

import chat.parlor.gateway.identity.Login;
import chat.parlor.gateway.identity.Logins;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// The streams of a node: how many there are, and when each ends. Whoever comes again goes on behind its position.
@Component
class FeedStreams implements SmartLifecycle {

    private final Feed feed;
    private final Logins logins;
    private final FeedProperties properties;
    private final Clock clock;
    private final AtomicInteger open = new AtomicInteger();
    private final Map<String, Integer> perCaller = new ConcurrentHashMap<>();
    /// Completes when the node leaves.
    private volatile Sinks.Empty<Void> leaving = Sinks.empty();
    private volatile boolean running;

    FeedStreams(Feed feed, Logins logins, FeedProperties properties, Clock clock, MeterRegistry meters) {
        this.feed = feed;
        this.logins = logins;
        this.properties = properties;
        this.clock = clock;
        meters.gauge("parlor.feed.streams", open);
    }

    /// A stream of everything behind `position`, with signs of life, the first at once. It ends when its credential
    /// does, when the node leaves, and when it has lasted long enough.
    ///
    /// @return fails with [FeedRefusal.TooMany]
    Flux<ServerSentEvent<String>> of(Login login, long position) {
        var caller = login.caller().id();
        return Flux.defer(() -> {
            requireRoom(caller);
            return Flux.merge(signsOfLife(), feed.from(position).map(FeedStreams::event))
                    .takeUntilOther(ended(login))
                    .doFinally(end -> closed(caller));
        });
    }

    private static ServerSentEvent<String> event(FeedEvent event) {
        return ServerSentEvent.builder(event.body())
                .id(Long.toString(event.position()))
                .event(event.type())
                .build();
    }

    private Flux<ServerSentEvent<String>> signsOfLife() {
        var comment = ServerSentEvent.<String>builder().comment("").build();
        return Flux.interval(Duration.ZERO, properties.heartbeat())
                .onBackpressureDrop()
                .map(time -> comment);
    }

    private Mono<Void> ended(Login login) {
        return Mono.firstWithSignal(
                leaving.asMono(),
                Mono.delay(lasting(login)).then(),
                logins.ended()
                        .filter(session -> session.equals(login.session()))
                        .next()
                        .then());
    }

    private Duration lasting(Login login) {
        var now = clock.instant();
        var end = now.plus(properties.life());
        return Duration.between(now, login.expiresAt().isBefore(end) ? login.expiresAt() : end);
    }

    private void requireRoom(String caller) {
        var mine = perCaller.merge(caller, 1, Integer::sum);
        var all = open.incrementAndGet();
        if (mine > properties.streamsPerCaller() || all > properties.streams()) {
            closed(caller);
            throw new FeedRefusal.TooMany();
        }
    }

    private void closed(String caller) {
        open.decrementAndGet();
        perCaller.computeIfPresent(caller, (one, streams) -> streams == 1 ? null : streams - 1);
    }

    @Override
    public void start() {
        leaving = Sinks.empty();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        leaving.tryEmitEmpty();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package chat.parlor.gateway.feed;

import chat.parlor.gateway.tick.Ticks;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Wakes whoever waits for the feed to grow: at once when this node added to it, else as soon as it looks again. Also
/// forgets what is too old.
@Component
class FeedHead {

    private static final Logger LOG = LoggerFactory.getLogger(FeedHead.class);

    private final FeedStore store;
    private final FeedProperties properties;
    private final Clock clock;
    private final Sinks.Many<Long> heads = Sinks.many().multicast().directBestEffort();
    /// Whether a question is under way.
    private final AtomicBoolean asking = new AtomicBoolean();

    FeedHead(FeedStore store, FeedProperties properties, Ticks ticks, Clock clock) {
        this.store = store;
        this.properties = properties;
        this.clock = clock;
        ticks.every(properties.look(), this::look);
        ticks.every(properties.trimEvery(), this::trim);
    }

    /// Completes some time after the feed went beyond `position`: soon, and not only if it goes there from now on.
    Mono<Void> beyond(long position) {
        return heads.asFlux().filter(head -> head > position).next().then();
    }

    /// The feed ends here now. Who misses this is told by the next look.
    synchronized void moved(long head) {
        heads.tryEmitNext(head);
    }

    private void look() {
        if (heads.currentSubscriberCount() > 0 && asking.compareAndSet(false, true)) {
            store.bounds()
                    .doFinally(end -> asking.set(false))
                    .subscribe(bounds -> moved(bounds.head()), failure -> LOG.debug("feed not looked at", failure));
        }
    }

    private void trim() {
        store.trim(clock.instant().minus(properties.kept()))
                .subscribe(nothing -> {}, failure -> LOG.warn("feed not trimmed: {}", failure.toString()));
    }
}

package chat.parlor.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/// The sessions that ended lately, and the guests that were erased, for as long as a cached login could still speak for
/// them.
@Component
public class EndedSessions {

    /// Much longer than [CachedLogins] keeps a login and a lookup may take together.
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Duration CONTENTION = Duration.ofSeconds(1);
    /// A subscriber that is further behind fails, which it sees; none is silently left out.
    private static final int BEHIND = 65_536;

    private final Cache<String, Boolean> lately =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();
    private final Sinks.Many<String> sink = Sinks.many().multicast().directBestEffort();

    /// Ends `session`, which may be the id of a guest, on this node: from here on none of its logins counts. Repeating
    /// it changes nothing.
    public void end(String session) {
        if (lately.asMap().putIfAbsent(session, Boolean.TRUE) == null) {
            sink.emitNext(session, Sinks.EmitFailureHandler.busyLooping(CONTENTION));
        }
    }

    boolean contains(@Nullable String session) {
        return session != null && lately.getIfPresent(session) != null;
    }

    Flux<String> ended() {
        return sink.asFlux().onBackpressureBuffer(BEHIND);
    }
}

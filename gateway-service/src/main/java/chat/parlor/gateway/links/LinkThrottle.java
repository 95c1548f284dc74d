package chat.parlor.gateway.links;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Bounds how many links that do not count an address may show. An attempt costs one before the link is looked at; a
/// link that counts gets it back.
@Component
class LinkThrottle {

    private static final int MOST_KEPT = 100_000;

    private final LinkProperties properties;
    private final TimeMeter time;
    private final Cache<String, Bucket> addresses;

    LinkThrottle(LinkProperties properties, TimeMeter time) {
        this.properties = properties;
        this.time = time;
        this.addresses = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(properties.failuresWithin())
                .build();
    }

    /// `attempt`, which fails with [LinkRefusal.TooMany] before it begins when there were too many.
    <T> Mono<T> guarded(String address, Mono<T> attempt) {
        return Mono.defer(() -> {
            var bucket = addresses.get(address, missing -> full());
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            return probe.isConsumed()
                    ? attempt.doOnNext(counted -> bucket.addTokens(1))
                    : Mono.error(new LinkRefusal.TooMany(Duration.ofNanos(probe.getNanosToWaitForRefill())));
        });
    }

    private Bucket full() {
        var most = properties.failuresPerAddress();
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillGreedy(most, properties.failuresWithin()))
                .withCustomTimePrecision(time)
                .build();
    }
}

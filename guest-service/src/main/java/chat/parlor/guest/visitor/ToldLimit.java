package chat.parlor.guest.visitor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// How often one guest's pages may tell something. Kept in memory, by node: a restart forgets.
@Component
class ToldLimit {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MOST_GUESTS = 100_000;

    private final int most;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_GUESTS)
            .expireAfterAccess(MINUTE)
            .build();

    ToldLimit(VisitorProperties properties) {
        this.most = properties.toldPerMinute();
    }

    /// Takes one of those left to `guest`.
    ///
    /// @return empty when it was granted, otherwise how long to wait until the next will be
    Optional<Duration> take(String guest) {
        var probe = buckets.get(guest, this::full).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket full(String guest) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(most).refillIntervally(most, MINUTE))
                .build();
    }
}

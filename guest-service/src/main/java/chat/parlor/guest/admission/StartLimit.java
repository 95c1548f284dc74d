package chat.parlor.guest.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How often one network address may start a conversation in an hour. Kept in memory, by node: a restart forgets.
@Component
class StartLimit {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final long MOST_ADDRESSES = 100_000;

    private final LimitProperties properties;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    StartLimit(LimitProperties properties, Clock clock) {
        this.properties = properties;
        this.time = new ClockMeter(clock);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(MOST_ADDRESSES)
                .expireAfterAccess(HOUR)
                .build();
    }

    /// Takes one start of those left to `address`.
    ///
    /// @return empty when it was granted, otherwise how long to wait until the next will be
    Optional<Duration> take(@Nullable String address) {
        var probe = bucket(address).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /// Gives a start back that came to nothing through no fault of the visitor.
    void giveBack(@Nullable String address) {
        bucket(address).addTokens(1);
    }

    private Bucket bucket(@Nullable String address) {
        return buckets.get(Network.of(address), this::full);
    }

    private Bucket full(String network) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(properties.startsPerHour()).refillIntervally(properties.startsPerHour(), HOUR))
                .withCustomTimePrecision(time)
                .build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {
        private static final long NANOS = 1_000_000;

        @Override
        public long currentTimeNanos() {
            return clock.millis() * NANOS;
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

package chat.parlor.gateway.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;

/// Bounds guessing, by the account guessed at and by the address that guesses. An attempt costs one of each before the
/// password is looked at, so that many at once are bounded too; a right password gets both back.
@Component
class Throttle {

    private static final int MOST_KEPT = 100_000;

    private final SessionsProperties properties;
    private final TimeMeter time;
    private final Cache<String, Bucket> accounts;
    private final Cache<String, Bucket> addresses;

    Throttle(SessionsProperties properties, TimeMeter time) {
        this.properties = properties;
        this.time = time;
        this.accounts = buckets();
        this.addresses = buckets();
    }

    /// Begins an attempt; fails with [SessionRefusal.TooMany] when there were too many.
    Attempt begin(String email, String address) {
        var account = bucket(accounts, email.toLowerCase(Locale.ROOT), properties.failuresPerAccount());
        var from = bucket(addresses, address, properties.failuresPerAddress());
        take(account);
        try {
            take(from);
        } catch (SessionRefusal.TooMany tooMany) {
            account.addTokens(1);
            throw tooMany;
        }
        return new Attempt(List.of(account, from));
    }

    private Bucket bucket(Cache<String, Bucket> buckets, String key, int most) {
        IntFunction<Bucket> full = capacity -> Bucket.builder()
                .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, properties.failuresWithin()))
                .withCustomTimePrecision(time)
                .build();
        return buckets.get(key, missing -> full.apply(most));
    }

    private static void take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new SessionRefusal.TooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /// A bucket that nobody touched for this long is full again.
    private Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(properties.failuresWithin())
                .build();
    }

    /// An attempt under way.
    record Attempt(List<Bucket> paid) {

        Attempt {
            paid = List.copyOf(paid);
        }

        /// The password was right: the attempt costs nothing.
        void succeeded() {
            paid.forEach(bucket -> bucket.addTokens(1));
        }
    }
}

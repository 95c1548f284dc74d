package chat.parlor.gateway.links;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// Bounds how many mails somebody can have sent, to one e-mail address and from one network address. It does not know
/// whose e-mail address is known, so its refusals tell nothing.
@Component
class ForgottenThrottle {

    private static final int MOST_KEPT = 100_000;

    private final ForgottenProperties properties;
    private final TimeMeter time;
    private final Cache<String, Bucket> accounts;
    private final Cache<String, Bucket> addresses;

    ForgottenThrottle(ForgottenProperties properties, TimeMeter time) {
        this.properties = properties;
        this.time = time;
        this.accounts = buckets();
        this.addresses = buckets();
    }

    /// Counts one; fails with [LinkRefusal.TooMany] when there were too many.
    void count(String email, String address) {
        var from = bucket(addresses, address, properties.perAddress());
        take(from);
        take(bucket(accounts, email.toLowerCase(Locale.ROOT), properties.perAccount()));
    }

    private Bucket bucket(Cache<String, Bucket> buckets, String key, int most) {
        return buckets.get(
                key,
                missing -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, properties.within()))
                        .withCustomTimePrecision(time)
                        .build());
    }

    private static void take(Bucket bucket) {
        var probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw new LinkRefusal.TooMany(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /// A bucket that nobody touched for this long is full again.
    private Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterAccess(properties.within())
                .build();
    }
}

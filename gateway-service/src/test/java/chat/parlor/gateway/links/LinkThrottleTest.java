package chat.parlor.gateway.links;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class LinkThrottleTest {

    private static final String ADDRESS = "192.0.2.1";
    private static final int MOST = 3;
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final AtomicLong nanos = new AtomicLong();
    private final LinkThrottle throttle = new LinkThrottle(
            new LinkProperties(Duration.ofDays(7), Duration.ofHours(24), 200, Duration.ofDays(30), MOST, WITHIN),
            new TimeMeter() {
                @Override
                public long currentTimeNanos() {
                    return nanos.get();
                }

                @Override
                public boolean isWallClockBased() {
                    return false;
                }
            });

    @Test
    void addressThatShowsTooManyBadLinksWaits() {
        for (var attempt = 0; attempt < MOST; attempt++) {
            bad(ADDRESS);
        }

        throttle.guarded(ADDRESS, Mono.just("good")).as(StepVerifier::create).verifyError(LinkRefusal.TooMany.class);
        bad("192.0.2.2");
    }

    @Test
    void linksThatCountCostNothing() {
        for (var attempt = 0; attempt < MOST * 3; attempt++) {
            good();
        }
    }

    @Test
    void allIsForgivenAfterAWhile() {
        for (var attempt = 0; attempt < MOST; attempt++) {
            bad(ADDRESS);
        }

        nanos.addAndGet(WITHIN.toNanos());

        good();
    }

    private void good() {
        throttle.guarded(ADDRESS, Mono.just("good"))
                .as(StepVerifier::create)
                .expectNext("good")
                .verifyComplete();
    }

    private void bad(String address) {
        throttle.guarded(address, Mono.error(LinkRefusal.Unknown::new))
                .as(StepVerifier::create)
                .verifyError(LinkRefusal.Unknown.class);
    }
}

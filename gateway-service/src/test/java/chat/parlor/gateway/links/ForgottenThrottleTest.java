package chat.parlor.gateway.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ForgottenThrottleTest {

    private static final String ADDRESS = "192.0.2.1";
    private static final Duration WITHIN = Duration.ofHours(1);
    private static final int PER_ACCOUNT = 2;
    private static final int PER_ADDRESS = 4;

    private final AtomicLong nanos = new AtomicLong();
    private final ForgottenThrottle throttle = new ForgottenThrottle(
            new ForgottenProperties(Duration.ofHours(1), PER_ACCOUNT, PER_ADDRESS, WITHIN, 1), new TimeMeter() {
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
    void oneMailboxGetsSoManyWhateverItsCaseAndWhereverFrom() {
        throttle.count("ada@example.org", ADDRESS);
        throttle.count("ADA@example.org", "192.0.2.2");

        assertThat(refused("Ada@Example.org", "192.0.2.3")).isPositive();
        throttle.count("ben@example.org", "192.0.2.3");
    }

    @Test
    void oneAddressAsksForSoMany() {
        for (var number = 0; number < PER_ADDRESS; number++) {
            throttle.count(number + "@example.org", ADDRESS);
        }

        assertThat(refused("more@example.org", ADDRESS)).isPositive();
    }

    @Test
    void allIsForgivenAfterAWhile() {
        throttle.count("ada@example.org", ADDRESS);
        throttle.count("ada@example.org", ADDRESS);
        refused("ada@example.org", ADDRESS);

        nanos.addAndGet(WITHIN.toNanos());

        throttle.count("ada@example.org", ADDRESS);
        throttle.count("ada@example.org", ADDRESS);
    }

    private Duration refused(String email, String address) {
        return catchThrowableOfType(LinkRefusal.TooMany.class, () -> throttle.count(email, address))
                .retryAfter();
    }
}

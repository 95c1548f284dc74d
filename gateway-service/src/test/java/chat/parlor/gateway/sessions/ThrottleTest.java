package chat.parlor.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private final AtomicLong nanos = new AtomicLong();
    private final Throttle throttle =
            new Throttle(new SessionsProperties(Duration.ofDays(7), 3, 5, Duration.ofMinutes(3)), new SetTime(nanos));

    @Test
    void accountIsGuardedWhateverTheAddressAndCase() {
        for (var attempt = 0; attempt < 3; attempt++) {
            throttle.begin("Ada@parlor.test", "192.0.2." + attempt);
        }

        refused("ada@PARLOR.test", "192.0.2.9");
        assertThatCode(() -> throttle.begin("grace@parlor.test", "192.0.2.9")).doesNotThrowAnyException();
    }

    @Test
    void addressIsGuardedWhateverTheAccount() {
        for (var attempt = 0; attempt < 5; attempt++) {
            throttle.begin(attempt + "@parlor.test", "192.0.2.1");
        }

        refused("new@parlor.test", "192.0.2.1");
        assertThatCode(() -> throttle.begin("new@parlor.test", "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void rightPasswordsCostNothing() {
        for (var attempt = 0; attempt < 20; attempt++) {
            throttle.begin("ada@parlor.test", "192.0.2.1").succeeded();
        }

        assertThatCode(() -> throttle.begin("ada@parlor.test", "192.0.2.1")).doesNotThrowAnyException();
    }

    @Test
    void attemptsComeBackOneByOne() {
        for (var attempt = 0; attempt < 3; attempt++) {
            throttle.begin("ada@parlor.test", "192.0.2.1");
        }
        nanos.addAndGet(Duration.ofSeconds(60).toNanos());

        throttle.begin("ada@parlor.test", "192.0.2.1");
        assertThatThrownBy(() -> throttle.begin("ada@parlor.test", "192.0.2.1"))
                .asInstanceOf(InstanceOfAssertFactories.type(SessionRefusal.TooMany.class))
                .extracting(SessionRefusal.TooMany::retryAfter)
                .isEqualTo(Duration.ofSeconds(60));
    }

    private void refused(String email, String address) {
        assertThatThrownBy(() -> throttle.begin(email, address)).isInstanceOf(SessionRefusal.TooMany.class);
    }

    private record SetTime(AtomicLong nanos) implements TimeMeter {

        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}

package chat.parlor.guest.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.mock.env.MockEnvironment;

class StartLimitTest {

    private final MovingClock clock = new MovingClock();
    private final StartLimit limit = new StartLimit(unconfigured(), clock);

    @Test
    void theSixthStartWithinAnHourWaitsForTheNext() {
        take(5, "203.0.113.7");

        assertThat(limit.take("203.0.113.7")).contains(Duration.ofHours(1));
    }

    @Test
    void theWaitShrinksAndEnds() {
        take(5, "203.0.113.7");
        clock.forward(Duration.ofMinutes(45));

        assertThat(limit.take("203.0.113.7")).contains(Duration.ofMinutes(15));

        clock.forward(Duration.ofMinutes(15));
        take(5, "203.0.113.7");
    }

    @Test
    void anotherAddressHasItsOwnLimit() {
        take(5, "203.0.113.7");

        assertThat(limit.take("203.0.113.8")).isEmpty();
    }

    @Test
    void oneIpv6NetworkIsOneVisitor() {
        take(5, "2001:db8:1:2:3::1");

        assertThat(limit.take("2001:db8:1:2:ffff::9")).isPresent();
        assertThat(limit.take("2001:db8:1:3::1")).isEmpty();
    }

    @Test
    void aStartGivenBackIsLeft() {
        take(5, "203.0.113.7");
        limit.giveBack("203.0.113.7");

        take(1, "203.0.113.7");
        assertThat(limit.take("203.0.113.7")).isPresent();
    }

    @Test
    void nobodyKnowsWhereShareOneLimit() {
        take(5, null);

        assertThat(limit.take("not an address")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1, 127.0.0.1", "::ffff:127.0.0.1, 127.0.0.1", "2001:db8::1, 20010db800000000/64", "'', unknown"
    })
    void networksAreNamedByWhoOwnsThem(String address, String network) {
        assertThat(Network.of(address)).isEqualTo(network);
    }

    private static LimitProperties unconfigured() {
        var environment = ConfigurationPropertySources.get(new MockEnvironment());
        return new Binder(environment).bindOrCreate("parlor.guest", LimitProperties.class);
    }

    private void take(int times, @Nullable String address) {
        for (var start = 0; start < times; start++) {
            assertThat(limit.take(address)).as("start %s", start + 1).isEmpty();
        }
    }

    private static final class MovingClock extends Clock {
        private Instant now = Instant.parse("2026-03-02T10:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return InstantSource.fixed(now).withZone(zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

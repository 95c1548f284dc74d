package chat.parlor.gateway.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SendLimitTest {

    private final HandClock clock = new HandClock();
    private final SendLimit limit =
            new SendLimit(new CommandsProperties(Duration.ofSeconds(5), 10, 3, Duration.ofSeconds(10)), clock);

    private static final class HandClock extends Clock {
        private long time;

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private boolean allowedAt(long time) {
        clock.time = time;
        return limit.take("a_1").isEmpty();
    }

    @Test
    void allowsItsMostInAnyWindow() {
        assertThat(allowedAt(100_000)).isTrue();
        assertThat(allowedAt(104_000)).isTrue();
        assertThat(allowedAt(109_000)).isTrue();

        assertThat(allowedAt(109_999)).isFalse();
        assertThat(allowedAt(110_000)).isTrue();
        assertThat(allowedAt(110_001)).isFalse();
        assertThat(allowedAt(114_000)).isTrue();
    }

    @Test
    void saysHowLongToWait() {
        allowedAt(100_000);
        allowedAt(100_500);
        allowedAt(101_000);

        assertThat(limit.take("a_1")).contains(Duration.ofSeconds(9));
    }

    @Test
    void membersDoNotShareTheirLimit() {
        allowedAt(1);
        allowedAt(1);
        allowedAt(1);

        assertThat(limit.take("a_2")).isEmpty();
    }

    @Test
    void mostThatCannotBeReachedCostsNothingUntilItIsUsed() {
        var huge = new SendLimit(
                new CommandsProperties(Duration.ofSeconds(5), 10, Integer.MAX_VALUE, Duration.ofSeconds(10)), clock);

        assertThat(huge.take("a_1")).isEmpty();
    }

    @Test
    void commandsAtOneMomentCountOneByOne() {
        assertThat(allowedAt(5)).isTrue();
        assertThat(allowedAt(5)).isTrue();
        assertThat(allowedAt(5)).isTrue();

        assertThat(allowedAt(5)).isFalse();
        assertThat(allowedAt(10_005)).isTrue();
    }

    @Test
    void aClockSetBackHoldsNobodyUp() {
        allowedAt(3_700_000);
        allowedAt(3_700_001);
        allowedAt(3_700_002);

        assertThat(allowedAt(100_000)).isTrue();
        assertThat(allowedAt(100_001)).isTrue();
        assertThat(allowedAt(100_002)).isTrue();
        assertThat(allowedAt(100_003)).isFalse();
    }
}

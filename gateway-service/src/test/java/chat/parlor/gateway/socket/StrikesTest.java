package chat.parlor.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrikesTest {

    private final Strikes strikes = new Strikes(3, 1_000);

    @Test
    void takesItsMostAndNotOneMore() {
        assertThat(strikes.take(0)).isTrue();
        assertThat(strikes.take(1)).isTrue();
        assertThat(strikes.take(2)).isTrue();

        assertThat(strikes.take(999)).isFalse();
        assertThat(strikes.waitMs(999)).isEqualTo(1);
    }

    @Test
    void beginsAnewWhenTheWindowIsOver() {
        for (var now = 0; now < 4; now++) {
            strikes.take(now);
        }

        assertThat(strikes.take(1_000)).isTrue();
        assertThat(strikes.waitMs(1_000)).isEqualTo(1_000);
    }

    @Test
    void noneAtAllTakesNone() {
        assertThat(new Strikes(0, 1_000).take(5)).isFalse();
    }

    @Test
    void beginsAnewWhenTheClockWasSetBack() {
        for (var now = 3_600_000; now < 3_600_003; now++) {
            strikes.take(now);
        }

        assertThat(strikes.take(5)).isTrue();
        assertThat(strikes.waitMs(5)).isEqualTo(1_000);
    }
}

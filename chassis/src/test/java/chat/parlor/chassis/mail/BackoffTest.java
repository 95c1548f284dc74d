package chat.parlor.chassis.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofMinutes(15), new Random(1));

    @Test
    void pausesDoubleUpToTheLongestAndDiffer() {
        assertThat(backoff.after(1)).isBetween(Duration.ofMillis(2500), Duration.ofSeconds(5));
        assertThat(backoff.after(4)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
        assertThat(backoff.after(1_000_000)).isBetween(Duration.ofSeconds(450), Duration.ofMinutes(15));
        assertThat(backoff.after(4)).isNotEqualTo(backoff.after(4));
    }
}

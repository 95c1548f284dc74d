package chat.parlor.chassis.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.Patience;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {

    /// Awaitility's own default.
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    @Test
    void whoeverAwaitsHasTheWholePatience() {
        var left = new AtomicLong();

        await().conditionEvaluationListener(condition -> left.set(condition.getRemainingTimeInMS()))
                .until(() -> true);

        assertThat(left.get()).isBetween(TEN_SECONDS.toMillis(), Patience.LIMIT.toMillis());
    }
}

package chat.parlor.gateway.tick;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TicksTest {

    private static final Duration INTERVAL = Duration.ofMillis(20);

    private final Ticks ticks = new Ticks();

    @AfterEach
    void end() {
        ticks.destroy();
    }

    @Test
    void whatIsMissedWhileTheNodeStandsStillIsNotMadeUpFor() {
        List<Long> begun = new CopyOnWriteArrayList<>();
        var still = new CountDownLatch(1);
        ticks.every(INTERVAL, () -> {
            begun.add(System.nanoTime());
            hold(still);
        });
        ticks.start();
        await().until(() -> begun.size() == 1);
        await().until(() -> System.nanoTime() - begun.getFirst() > 10 * INTERVAL.toNanos());

        still.countDown();

        await().until(() -> begun.size() > 4);
        for (var tick = 1; tick < 4; tick++) {
            assertThat(begun.get(tick + 1) - begun.get(tick)).isGreaterThanOrEqualTo(INTERVAL.toNanos());
        }
    }

    private static void hold(CountDownLatch until) {
        try {
            until.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}

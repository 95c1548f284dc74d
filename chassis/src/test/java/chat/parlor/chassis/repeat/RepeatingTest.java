package chat.parlor.chassis.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

class RepeatingTest {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void timeEnds() {
        time.dispose();
    }

    @Test
    void looksAfterEachPauseWhileItRuns() {
        var repeating = new Repeating(PAUSE, "test", this::counted, time);
        repeating.start();
        assertThat(looks).hasValue(0);

        time.advanceTimeBy(PAUSE.multipliedBy(3));
        assertThat(looks).hasValue(3);
        assertThat(repeating.isRunning()).isTrue();

        repeating.stop();
        time.advanceTimeBy(PAUSE.multipliedBy(3));
        assertThat(looks).hasValue(3);
        assertThat(repeating.isRunning()).isFalse();
    }

    @Test
    void goesOnAfterFailures() {
        var repeating = new Repeating(PAUSE, "test", this::failing, time);
        repeating.start();

        time.advanceTimeBy(PAUSE.multipliedBy(4));

        assertThat(looks).hasValue(4);
    }

    @Test
    void doesNotLookTwiceAtOnceAndLeavesOutWhatCameMeanwhile() {
        var over = Sinks.one();
        var repeating = new Repeating(PAUSE, "test", () -> counted().then(over.asMono()), time);
        repeating.start();
        time.advanceTimeBy(PAUSE.multipliedBy(5));
        assertThat(looks).hasValue(1);

        over.tryEmitEmpty();
        assertThat(looks.get()).isLessThanOrEqualTo(2);
        time.advanceTimeBy(PAUSE.multipliedBy(2));

        assertThat(looks.get()).isBetween(3, 4);
    }

    private Mono<?> counted() {
        return Mono.fromRunnable(looks::incrementAndGet);
    }

    /// Half of the failures are thrown where no Mono is yet.
    private Mono<?> failing() {
        if (looks.incrementAndGet() % 2 == 0) {
            throw new IllegalStateException("thrown");
        }
        return Mono.error(new IllegalStateException("emitted"));
    }
}

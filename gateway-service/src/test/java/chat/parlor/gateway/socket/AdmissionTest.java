package chat.parlor.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.gateway.socket.Admission.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final String HERE = "10.0.0.1";
    private static final String THERE = "10.0.0.2";
    /// So long that nobody is forgotten meanwhile: strikes are kept by the time of the machine.
    private static final Duration WINDOW = Duration.ofHours(1);

    private final MutableClock clock = new MutableClock();
    private boolean ready = true;

    private static final class MutableClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
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

    private Admission admission(int sockets, int perAddress, int handshakes) {
        var properties =
                new AdmissionProperties(sockets, perAddress, handshakes, WINDOW, 10, 3, WINDOW, WINDOW, WINDOW);
        return new Admission(properties, clock, new SimpleMeterRegistry(), () -> ready);
    }

    @Test
    void nodeHasSoManySockets() {
        var admission = admission(2, 10, 100);

        assertThat(admission.enter(HERE)).isEqualTo(Verdict.ADMITTED);
        assertThat(admission.enter(THERE)).isEqualTo(Verdict.ADMITTED);
        assertThat(admission.enter(HERE)).isEqualTo(Verdict.FULL);
        admission.leave(THERE);
        assertThat(admission.enter(HERE)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void addressHasSoManySockets() {
        var admission = admission(100, 2, 100);

        assertThat(admission.enter(HERE)).isEqualTo(Verdict.ADMITTED);
        assertThat(admission.enter(HERE)).isEqualTo(Verdict.ADMITTED);
        assertThat(admission.enter(HERE)).isEqualTo(Verdict.TOO_MANY);
        assertThat(admission.enter(THERE)).isEqualTo(Verdict.ADMITTED);
        assertThat(admission.sockets()).isEqualTo(3);
        admission.leave(HERE);
        assertThat(admission.enter(HERE)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void addressKnocksSoOften() {
        var admission = admission(100, 100, 2);

        assertThat(admission.enter(HERE)).isEqualTo(Verdict.ADMITTED);
        admission.leave(HERE);
        assertThat(admission.enter(HERE)).isEqualTo(Verdict.ADMITTED);
        assertThat(admission.enter(HERE)).isEqualTo(Verdict.TOO_MANY);
        assertThat(admission.enter(THERE)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void nobodyIsLetInBeforeMessagesAreHeardOfOrOnceTheNodeLeaves() {
        var admission = admission(100, 100, 100);
        ready = false;
        assertThat(admission.enter(HERE)).isEqualTo(Verdict.FULL);
        ready = true;
        assertThat(admission.enter(HERE)).isEqualTo(Verdict.ADMITTED);

        admission.close();

        assertThat(admission.enter(HERE)).isEqualTo(Verdict.FULL);
    }

    @Test
    void addressMayKnockAgainWhenTheWindowIsOver() {
        var admission = admission(100, 100, 2);
        admission.enter(HERE);
        admission.enter(HERE);

        clock.now = Instant.EPOCH.plus(WINDOW).minusMillis(1);
        assertThat(admission.enter(HERE)).isEqualTo(Verdict.TOO_MANY);
        clock.now = Instant.EPOCH.plus(WINDOW);
        assertThat(admission.enter(HERE)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void refusedSocketsTakeNoRoom() {
        var admission = admission(3, 1, 100);
        admission.enter(HERE);
        IntStream.range(0, 50).forEach(knock -> admission.enter(HERE));

        assertThat(admission.sockets()).isEqualTo(1);
        assertThat(admission.enter(THERE)).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void notOneMoreIsLetInWhenManyKnockAtOnce() {
        var admission = admission(10_000, 20, 10_000);
        var knocks = ForkJoinPool.commonPool()
                .submit(() -> IntStream.range(0, 2_000)
                        .parallel()
                        .filter(knock -> admission.enter(HERE) == Verdict.ADMITTED)
                        .count());

        assertThat(knocks.join()).isEqualTo(20);
        assertThat(admission.sockets()).isEqualTo(20);
    }
}

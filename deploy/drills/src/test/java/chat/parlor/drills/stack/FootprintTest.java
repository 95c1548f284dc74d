package chat.parlor.drills.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FootprintTest {
    private static final Footprint BEFORE = new Footprint(7, 40, 300);

    @Test
    void aLivingProcessHoldsThreadsAndFiles() {
        var own = Footprint.of(ProcessHandle.current().pid()).orElseThrow();

        assertThat(own.threads()).isPositive();
        assertThat(own.files()).isPositive();
    }

    @Test
    void aProcessThatIsGoneHoldsNothing() {
        assertThat(Footprint.of(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void growsByManyThreads() {
        assertThat(new Footprint(7, 90, 300).hasGrownSince(BEFORE)).isFalse();
        assertThat(new Footprint(7, 91, 300).hasGrownSince(BEFORE)).isTrue();
    }

    @Test
    void growsByManyFiles() {
        assertThat(new Footprint(7, 40, 450).hasGrownSince(BEFORE)).isFalse();
        assertThat(new Footprint(7, 40, 451).hasGrownSince(BEFORE)).isTrue();
    }

    @Test
    void aRestartedProcessHasNotGrown() {
        assertThat(new Footprint(8, 400, 3_000).hasGrownSince(BEFORE)).isFalse();
    }
}

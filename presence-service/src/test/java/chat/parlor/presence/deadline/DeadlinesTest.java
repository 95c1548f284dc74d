package chat.parlor.presence.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.presence.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private final VirtualTime time = new VirtualTime(START);
    private final List<List<String>> rung = new ArrayList<>();
    private final Deadlines<String> deadlines = new Deadlines<>(time.scheduler(), time, rung::add);

    @Test
    void aDeadlineComesWhenItsTimeHasComeAndNotBefore() {
        deadlines.set("a", START.plusMillis(1_500));

        time.pass(Duration.ofMillis(1_499));
        assertThat(rung).isEmpty();
        time.pass(Duration.ofMillis(1));

        assertThat(rung).containsExactly(List.of("a"));
        assertThat(deadlines.size()).isZero();
    }

    @Test
    void theEarliestComesFirstWhateverTheOrderOfSetting() {
        deadlines.set("late", START.plusSeconds(3));
        deadlines.set("early", START.plusSeconds(1));
        deadlines.set("middle", START.plusSeconds(2));

        time.pass(Duration.ofSeconds(10));

        assertThat(rung).containsExactly(List.of("early"), List.of("middle"), List.of("late"));
    }

    @Test
    void whatIsDueTogetherComesTogether() {
        deadlines.set("a", START.plusSeconds(1));
        deadlines.set("b", START.plusSeconds(1));

        time.pass(Duration.ofSeconds(1));

        assertThat(rung).hasSize(1).first().satisfies(keys -> assertThat(keys).containsExactlyInAnyOrder("a", "b"));
    }

    @Test
    void aMovedDeadlineComesOnce() {
        deadlines.set("a", START.plusSeconds(1));
        deadlines.set("a", START.plusSeconds(5));

        time.pass(Duration.ofSeconds(4));
        assertThat(rung).isEmpty();
        time.pass(Duration.ofSeconds(4));

        assertThat(rung).containsExactly(List.of("a"));
    }

    @Test
    void aDeadlineMovedForwardComesThen() {
        deadlines.set("a", START.plusSeconds(5));
        deadlines.set("a", START.plusSeconds(1));

        time.pass(Duration.ofSeconds(1));

        assertThat(rung).containsExactly(List.of("a"));
        time.pass(Duration.ofSeconds(10));
        assertThat(rung).hasSize(1);
    }

    @Test
    void aCancelledDeadlineDoesNotCome() {
        deadlines.set("a", START.plusSeconds(1));
        deadlines.cancel("a");

        time.pass(Duration.ofSeconds(10));

        assertThat(rung).isEmpty();
    }

    @Test
    void whatIsLateComesAtOnce() {
        deadlines.set("a", START.minusSeconds(100));

        time.pass(Duration.ZERO);

        assertThat(rung).containsExactly(List.of("a"));
    }
}

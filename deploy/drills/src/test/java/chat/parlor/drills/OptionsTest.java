package chat.parlor.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parlor.drills.fault.Catalogue;
import chat.parlor.drills.fault.Drill;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void drillsAreNamedInTheirOrder() {
        var options = Options.parse(List.of("storm", "kill-broker", "--seed", "7", "--clients", "200"));

        assertThat(options.drills()).extracting(Drill::name).containsExactly("storm", "kill-broker");
        assertThat(options.seed()).isEqualTo(7);
        assertThat(options.size().clients()).isEqualTo(200);
        assertThat(options.size().rooms()).isEqualTo(10);
    }

    @Test
    void chanceAloneIsEnough() {
        var options = Options.parse(List.of("--random", "10m"));

        assertThat(options.random()).isEqualTo(Duration.ofMinutes(10));
        assertThat(options.drills()).isEmpty();
    }

    @Test
    void everyDrillHasANameOfItsOwn() {
        var names = Catalogue.all().stream().map(Drill::name).toList();

        assertThat(new HashSet<>(names)).hasSameSizeAs(names);
        assertThat(names).hasSizeGreaterThanOrEqualTo(24);
    }

    @Test
    void theShortOnesExist() {
        assertThat(Options.parse(List.of("--short")).drills()).hasSize(3);
    }

    @Test
    void whatIsNotUnderstoodIsRefusedByName() {
        refuses("unknown drill: kill-joy", "kill-joy");
        refuses("--seed: a value is missing", "storm", "--seed");
        refuses("--rate: 0 (expected: a number of at least 1)", "storm", "--rate", "0");
        refuses("--random: soon (expected: a time such as 90s or 10m)", "--random", "soon");
        refuses("which drill?");
    }

    private static void refuses(String message, String... words) {
        assertThatThrownBy(() -> Options.parse(List.of(words)))
                .isInstanceOf(Unusable.class)
                .hasMessageStartingWith(message);
    }
}

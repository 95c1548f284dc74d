package chat.parlor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void pairsAreRead() {
        var options = parse("--url http://x --count 7");

        assertThat(options.text("url")).contains("http://x");
        assertThat(options.count("count", 1)).isEqualTo(7);
    }

    @Test
    void whatIsNotGivenHasItsDefault() {
        assertThat(Options.parse(List.of(), Set.of("count")).count("count", 500))
                .isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--unknown 1", "count 1", "--count"})
    void whatIsNotUnderstoodIsRefused(String line) {
        assertThatThrownBy(() -> parse(line)).isInstanceOf(Unusable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--count 0", "--count -1", "--count many", "--count 999999999"})
    void aCountIsANumberOfAtLeastOne(String line) {
        var options = parse(line);

        assertThatThrownBy(() -> options.count("count", 1)).isInstanceOf(Unusable.class);
    }

    private static Options parse(String line) {
        return Options.parse(List.of(line.split(" ")), Set.of("url", "count"));
    }
}

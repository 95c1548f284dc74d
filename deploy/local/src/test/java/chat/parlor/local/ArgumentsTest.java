package chat.parlor.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
    private static final Path DATA = Path.of("/parlor/data");

    @Test
    void startAloneTakesTheDefaults() {
        assertThat(parse("start")).isEqualTo(new Command.Start(8080, DATA, false, false, List.of()));
    }

    @Test
    void startTakesEveryOption() {
        var command = parse("start --processes --port 9000 --demo --data /tmp/d -- --a.b=c --x-y.z[0]=1 2");

        assertThat(command)
                .isEqualTo(
                        new Command.Start(9000, Path.of("/tmp/d"), true, true, List.of("--a.b=c", "--x-y.z[0]=1 2")));
    }

    @Test
    void dataIsMadeAbsolute() {
        assertThat(parse("stop --data some/../where"))
                .isEqualTo(new Command.Stop(Path.of("where").toAbsolutePath()));
    }

    @Test
    void rebuildNamesTheReadModel() {
        assertThat(parse("rebuild inbox --data /tmp/d"))
                .isEqualTo(new Command.Rebuild(ReadModel.INBOX, Path.of("/tmp/d")));
        assertThat(parse("rebuild folds")).isEqualTo(new Command.Rebuild(ReadModel.FOLDS, DATA));
    }

    @Test
    void nothingAsksForHelp() {
        assertThat(Arguments.parse(DATA, List.of())).isEqualTo(new Command.Help());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "begin",
                "start --prot 80",
                "start --port",
                "start --port 0",
                "start --port 65536",
                "start --port 80x",
                "start --data",
                "start --data \0",
                "start 8080",
                "start -- port=1",
                "start -- --port 1",
                "stop --port 1",
                "rebuild",
                "rebuild everything",
                "rebuild inbox --port 1",
                "train"
            })
    void whatIsNotUnderstoodIsRefusedWithTheUsage(String line) {
        assertThatThrownBy(() -> Arguments.parse(DATA, List.of(line.split(" "))))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.USAGE))
                .hasMessageContaining("usage:");
    }

    private static Command parse(String line) {
        var words = line.replace("=1 2", "=1\u00002").split(" ");
        return Arguments.parse(
                DATA,
                List.of(words).stream().map(word -> word.replace('\0', ' ')).toList());
    }
}

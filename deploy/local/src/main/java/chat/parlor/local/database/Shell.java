package chat.parlor.local.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// Runs a short command to its end.
final class Shell {
    private Shell() {}

    /// How a command ended and what it said, errors included.
    record Outcome(int code, String output) {
        boolean succeeded() {
            return code == 0;
        }
    }

    /// Runs `prefix` followed by `words`. A command that cannot be started ends with code 127.
    static Outcome run(List<String> prefix, String... words) {
        var command = Stream.concat(prefix.stream(), Stream.of(words)).toList();
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output);
        } catch (IOException notThere) {
            return new Outcome(127, String.valueOf(notThere.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Outcome(130, "interrupted");
        }
    }
}

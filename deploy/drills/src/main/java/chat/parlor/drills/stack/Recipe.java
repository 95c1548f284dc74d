package chat.parlor.drills.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a living process was started, so that it can be started again with something changed.
public record Recipe(List<String> command, Map<String, String> environment) {
    /// Copies its collections.
    public Recipe {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// Reads how a process was started.
    static Recipe of(long pid) {
        var environment = new HashMap<String, String>();
        for (var variable : words(pid, "environ")) {
            var parts = variable.split("=", 2);
            if (parts.length == 2) {
                environment.put(parts[0], parts[1]);
            }
        }
        return new Recipe(words(pid, "cmdline"), environment);
    }

    /// The same with `--name=value` in place of what there was of that name.
    public Recipe with(String name, Object value) {
        var words = new ArrayList<>(command);
        words.removeIf(word -> word.startsWith("--" + name + "="));
        words.add("--" + name + "=" + value);
        return new Recipe(words, environment);
    }

    /// The same with one more word at the end.
    public Recipe and(String word) {
        var words = new ArrayList<>(command);
        words.add(word);
        return new Recipe(words, environment);
    }

    /// The same with one more variable in its environment.
    Recipe in(String variable, String value) {
        var variables = new HashMap<>(environment);
        variables.put(variable, value);
        return new Recipe(command, variables);
    }

    /// Starts it, in a session of its own.
    Process start(Path log) {
        var words = new ArrayList<>(List.of("/usr/bin/setsid"));
        words.addAll(command);
        var builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> words(long pid, String file) {
        try {
            var bytes = Files.readAllBytes(Path.of("/proc", Long.toString(pid), file));
            return List.of(new String(bytes, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException gone) {
            throw new Unexpected("process " + pid + " is not there");
        }
    }
}

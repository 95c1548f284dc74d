package chat.parlor.local;

import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Reads the command line. Anything it does not know is refused, never guessed.
final class Arguments {
    static final int DEFAULT_PORT = 8080;
    static final String USAGE = """
            usage: ./parlor start [--port 8080] [--data DIR] [--processes] [--demo] [-- --any.spring.property=value ...]
                   ./parlor stop [--data DIR]
                   ./parlor rebuild inbox|folds [--data DIR]""";

    private final Path defaultData;
    private final Iterator<String> words;
    private int port = DEFAULT_PORT;
    private Path data;
    private boolean processes;
    private boolean demo;
    private final List<String> settings = new ArrayList<>();

    private Arguments(Path defaultData, List<String> words) {
        this.defaultData = defaultData;
        this.data = defaultData;
        this.words = words.iterator();
    }

    /// Parses the words after `./parlor`.
    ///
    /// @param defaultData the data folder where none is named
    /// @throws Refused with [Reason#USAGE] for what is not understood
    static Command parse(Path defaultData, List<String> words) {
        return new Arguments(defaultData, words).command();
    }

    private Command command() {
        var verb = words.hasNext() ? words.next() : "help";
        return switch (verb) {
            case "start" -> start();
            case "stop" -> stop();
            case "rebuild" -> rebuild();
            case "train" -> train();
            case "help", "--help", "-h" -> new Command.Help();
            default -> throw usage("unknown command: " + verb);
        };
    }

    private Command start() {
        while (words.hasNext()) {
            var word = words.next();
            switch (word) {
                case "--port" -> port = port(value(word));
                case "--data" -> data = folder(value(word));
                case "--processes" -> processes = true;
                case "--demo" -> demo = true;
                case "--help", "-h" -> {
                    return new Command.Help();
                }
                case "--" -> words.forEachRemaining(this::setting);
                default -> throw usage("unknown option: " + word);
            }
        }
        return new Command.Start(port, data, processes, demo, settings);
    }

    private Command stop() {
        onlyData();
        return new Command.Stop(data);
    }

    private Command rebuild() {
        var word = words.hasNext() ? words.next() : "";
        var model = ReadModel.of(word).orElseThrow(() -> usage("rebuild: '" + word + "' (expected: inbox or folds)"));
        onlyData();
        return new Command.Rebuild(model, data);
    }

    private Command train() {
        onlyData();
        if (data.equals(defaultData)) {
            throw usage("train: --data is missing");
        }
        return new Command.Train(data);
    }

    private void onlyData() {
        while (words.hasNext()) {
            var word = words.next();
            if (!word.equals("--data")) {
                throw usage("unknown option: " + word);
            }
            data = folder(value(word));
        }
    }

    private String value(String option) {
        if (!words.hasNext()) {
            throw usage(option + ": a value is missing");
        }
        return words.next();
    }

    private void setting(String word) {
        if (!word.matches("--[A-Za-z][A-Za-z0-9._\\[\\]-]*=.*")) {
            throw usage("after --: " + word + " (expected: --name=value)");
        }
        settings.add(word);
    }

    private static int port(String text) {
        try {
            var port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // told below, with what was wanted
        }
        throw usage("--port: " + text + " (expected: 1 to 65535)");
    }

    private static Path folder(String text) {
        try {
            if (!text.isBlank()) {
                return Path.of(text).toAbsolutePath().normalize();
            }
        } catch (InvalidPathException notAPath) {
            // told below, with what was wanted
        }
        throw usage("--data: '" + text + "' (expected: a folder)");
    }

    private static Refused usage(String problem) {
        return new Refused(Reason.USAGE, problem + System.lineSeparator() + USAGE);
    }
}

package chat.parlor.drills.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// A Parlor of its own as processes in a scratch folder, started through the one door like any other.
public final class Stack implements AutoCloseable {
    /// The administrator's password.
    public static final String PASSWORD = "only for these drills";

    /// How long something may take that is under way already.
    public static final Duration SOON = Duration.ofSeconds(90);

    private static final Duration READY = Duration.ofMinutes(3);
    private static final Duration DEATH = Duration.ofSeconds(20);
    private static final int TIMEOUT_MILLIS = 2_000;

    private final Path folder;
    private final Door door;
    private final Door.Call foreground;

    private Stack(Path folder, Door door) {
        this.folder = folder;
        this.door = door;
        this.foreground = door.start();
    }

    /// Starts one and waits until it can serve.
    ///
    /// @param root where Parlor is
    public static Stack start(Path root) {
        try {
            var folder = Files.createTempDirectory("parlor-drill");
            var stack = new Stack(folder, new Door(root, folder, freePort()));
            stack.foreground.awaitReady(READY);
            return stack;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Where its files are.
    public Path folder() {
        return folder;
    }

    /// Where the files of the broker or the database are.
    Path files(Part part) {
        return folder.resolve("data").resolve(part.folder());
    }

    /// Where the gateway is.
    public String url() {
        return "http://127.0.0.1:" + door.port();
    }

    /// The port of a part on 127.0.0.1.
    public int port(Part part) {
        return part == Part.GATEWAY ? door.port() : port(part.key());
    }

    /// The port of a part, by the name under which the launcher keeps it.
    public int port(String name) {
        try {
            return Files.readAllLines(run("ports")).stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> Integer.parseInt(line.substring(name.length() + 1)))
                    .findFirst()
                    .orElseThrow(() -> new Unexpected("no port of " + name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// The living process of a part.
    public Optional<ProcessHandle> process(Part part) {
        try {
            var text = Files.readString(run(part.key() + ".pid")).strip();
            return ProcessHandle.of(Long.parseLong(text)).filter(Stack::lives);
        } catch (IOException notStarted) {
            return Optional.empty();
        }
    }

    /// Kills a part so that nothing of it can react.
    public void kill(Part part) {
        process(part).ifPresent(process -> {
            process.destroyForcibly();
            awaitDeath(part);
        });
    }

    /// Asks a part to end, and waits until it has.
    public void end(Part part) {
        // asked with TERM a database waits for its clients to go
        process(part).ifPresent(process -> signal(process, part == Part.POSTGRES ? "INT" : "TERM"));
        awaitDeath(part);
    }

    /// Sends a signal, such as `STOP` or `CONT`, to all processes of a part: a database has many.
    public void signal(Part part, String signal) {
        process(part)
                .ifPresent(first -> Stream.concat(Stream.of(first), first.descendants())
                        .forEach(process -> signal(process, signal)));
    }

    private static void signal(ProcessHandle process, String signal) {
        try {
            Command.run("kill", "-" + signal, Long.toString(process.pid()));
        } catch (Unexpected justEnded) {
            // then there is nobody to tell
        }
    }

    /// Whether a part ends in time.
    public boolean diesWithin(Part part, Duration patience) {
        return Pause.until(patience, () -> process(part).isEmpty());
    }

    /// Waits for the end of a part that was told to.
    public void awaitDeath(Part part) {
        if (!diesWithin(part, DEATH)) {
            throw new Unexpected(part.key() + " lives still");
        }
    }

    /// Starts again whatever is not alive, and waits until all can serve.
    public void bringBack() {
        try (var call = door.start()) {
            call.awaitReady(READY);
        }
    }

    /// How a living part was started.
    public Recipe recipe(Part part) {
        return Recipe.of(process(part)
                .orElseThrow(() -> new Unexpected(part.key() + " does not live"))
                .pid());
    }

    /// Starts a part by a recipe, in place of one that has ended, and waits until it can serve.
    public void start(Part part, Recipe recipe) {
        launch(part, recipe);
        awaitHealth(part, port(part));
    }

    /// The same without waiting.
    public void launch(Part part, Recipe recipe) {
        try {
            Files.writeString(
                    run(part.key() + ".pid"), recipe.start(log(part.key())).pid() + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Starts a second one of a part beside the first.
    ///
    /// @param name of its log
    public Second second(Part part, String name, Recipe recipe) {
        var port = freePort();
        var process = recipe.with("server.port", port).start(log(name));
        awaitHealth(part, port);
        return new Second(process, port);
    }

    private void awaitHealth(Part part, int port) {
        if (part != Part.BROKER && !Pause.until(READY, () -> isHealthy("http://127.0.0.1:" + port + part.health()))) {
            throw new Unexpected(part.key() + " is not healthy; see " + log(part.key()));
        }
    }

    /// The sum of a metric of the gateway, in Prometheus' words; 0 when there is none.
    public double gatewayMetric(String name) {
        return Metrics.read("http://127.0.0.1:" + door.port() + "/actuator/prometheus", name);
    }

    /// Whether an address answers 200.
    public static boolean isHealthy(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            var good = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            connection.disconnect();
            return good;
        } catch (IOException notThere) {
            return false;
        }
    }

    /// Whether every part lives.
    public boolean isWhole() {
        return Arrays.stream(Part.values()).allMatch(part -> process(part).isPresent());
    }

    private Path run(String name) {
        return folder.resolve("data").resolve("run").resolve(name);
    }

    private Path log(String name) {
        return folder.resolve("data").resolve("logs").resolve(name + ".log");
    }

    /// Stops everything. The files stay.
    @Override
    public void close() {
        Arrays.stream(Part.values()).forEach(part -> signal(part, "CONT"));
        foreground.stop();
    }

    /// A port nobody listens on.
    public static int freePort() {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Whether a process does anything still: one that only waits for its parent to notice its end is dead.
    static boolean lives(ProcessHandle process) {
        try {
            var state = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return !state.substring(state.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException gone) {
            return false;
        }
    }
}

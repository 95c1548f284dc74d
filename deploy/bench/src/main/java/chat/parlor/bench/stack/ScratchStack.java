package chat.parlor.bench.stack;

import chat.parlor.bench.client.Api;
import chat.parlor.bench.client.Unexpected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A Parlor of its own in a scratch folder, started through the one door like any other.
public final class ScratchStack implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(3);
    private static final int STOP_SECONDS = 60;

    private final Path folder;
    private final int port;
    private final List<String> options;
    private final String adminPassword = "only for this benchmark";

    private Process process;

    /// Launchers that brought something back; they end with the first.
    private final List<Process> helpers = new ArrayList<>();

    private ScratchStack(Path folder, int port, List<String> options) {
        this.folder = folder;
        this.port = port;
        this.options = List.copyOf(options);
        this.process = launch();
    }

    /// Starts it and waits until it can serve.
    ///
    /// @param options what `./parlor start` is told besides port and folder
    public static ScratchStack start(List<String> options) {
        try {
            var stack = new ScratchStack(Files.createTempDirectory("parlor-bench"), freePort(), options);
            stack.awaitReady();
            return stack;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /// Where its gateway answers.
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /// The port of its gateway.
    public int port() {
        return port;
    }

    /// The folder with all it keeps.
    public Path data() {
        return folder.resolve("data");
    }

    /// The process of the launcher, which in one JVM is all but the database.
    public long pid() {
        return process.pid();
    }

    /// The password of `admin@parlor.local`.
    public String adminPassword() {
        return adminPassword;
    }

    /// Kills the JVM so that nothing of it can react.
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /// Starts it again on what it left.
    public void startAgain() {
        process = launch();
        awaitReady();
    }

    /// Starts whatever of it is missing, beside what runs.
    public void bringBack() {
        var beside = launch();
        awaitReady();
        helpers.add(beside);
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
        helpers.forEach(Process::destroyForcibly);
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException leftBehind) {
            System.err.println("left behind: " + folder);
        }
    }

    /// The door becomes the JVM, so this process is the one that is killed.
    private Process launch() {
        var command = new ArrayList<>(List.of(
                root().resolve("parlor").toString(),
                "start",
                "--port",
                Integer.toString(port),
                "--data",
                data().toString()));
        command.addAll(options);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("start.log").toFile()));
        builder.environment().put("PARLOR_ADMIN_PASSWORD", adminPassword);
        builder.environment().remove("PARLOR_ADMIN_EMAIL");
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + READY.toNanos();
        try (var api = new Api(url())) {
            while (!api.isHealthy()) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new Unexpected("Parlor did not start; see " + folder.resolve("start.log"));
                }
                pause();
            }
        }
    }

    private static Path root() {
        return Path.of(System.getProperty("parlor.root", "."));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

package chat.parlor.bench;

import chat.parlor.bench.client.Api;
import chat.parlor.bench.client.Unexpected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;

/// A Parlor of its own in a scratch folder, started through the one door like any other.
final class ScratchStack implements AutoCloseable {
    private static final Duration READY = Duration.ofMinutes(3);
    private static final int STOP_SECONDS = 60;

    private final Path folder;
    private final int port;
    private final String adminPassword = "only for this benchmark";

    private Process process;

    private ScratchStack(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.process = launch();
    }

    static ScratchStack start() {
        try {
            var stack = new ScratchStack(Files.createTempDirectory("parlor-bench"), freePort());
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

    String url() {
        return "http://127.0.0.1:" + port;
    }

    String adminPassword() {
        return adminPassword;
    }

    /// Kills the JVM so that nothing of it can react.
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    void startAgain() {
        process = launch();
        awaitReady();
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
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
        var builder = new ProcessBuilder(
                        Passwords.root().resolve("parlor").toString(),
                        "start",
                        "--port",
                        Integer.toString(port),
                        "--data",
                        folder.resolve("data").toString(),
                        "--",
                        // all clients share an address, and they are many
                        "--parlor.gateway.commands.sends=100000",
                        "--parlor.gateway.admission.per-address=1000",
                        "--parlor.gateway.admission.handshakes=1000")
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
                Kill.pause(100);
            }
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

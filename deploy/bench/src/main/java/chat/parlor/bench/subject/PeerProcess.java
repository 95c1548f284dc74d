package chat.parlor.bench.subject;

import chat.parlor.bench.client.Unexpected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/// The server process of a peer, on a free port. What it says goes where ours goes.
final class PeerProcess implements AutoCloseable {
    private static final Duration READY = Duration.ofSeconds(30);
    private static final int STOP_SECONDS = 10;

    private final Process process;
    private final InetSocketAddress address;

    private PeerProcess(Process process, InetSocketAddress address) {
        this.process = process;
        this.address = address;
    }

    /// Starts it and waits until it listens.
    ///
    /// @param command what to start on a given port; the port is in the variable PORT too
    static PeerProcess start(Path folder, IntFunction<List<String>> command, Map<String, String> environment) {
        try {
            var port = freePort();
            var builder = new ProcessBuilder(command.apply(port))
                    .directory(folder.toFile())
                    .inheritIO();
            builder.environment().putAll(environment);
            builder.environment().put("PORT", Integer.toString(port));
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            var started = new PeerProcess(builder.start(), address);
            started.awaitReady();
            return started;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    InetSocketAddress address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + READY.toNanos();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new Unexpected("a peer did not start");
            }
        }
    }

    private boolean listens() {
        try (var probe = new Socket()) {
            probe.connect(address, 1000);
            return true;
        } catch (IOException notYet) {
            return pause();
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}

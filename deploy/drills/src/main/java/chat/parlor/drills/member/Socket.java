package chat.parlor.drills.member;

import chat.parlor.drills.stack.Unexpected;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One socket. What it tells lies in a queue, in order.
public final class Socket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /// The code of a connection that ended without one.
    public static final int VANISHED = 1006;

    private final WebSocket socket;
    private final LinkedBlockingQueue<Signal> signals;

    /// The end of what was sent so far: a frame is written when the one before it is.
    private CompletableFuture<WebSocket> sent;

    private Socket(WebSocket socket, LinkedBlockingQueue<Signal> signals) {
        this.socket = socket;
        this.signals = signals;
        this.sent = CompletableFuture.completedFuture(socket);
    }

    /// Connects and says hello.
    ///
    /// @throws Unexpected when it is not let in
    public static Socket open(Api api, String token) {
        return open(api, api.socket(), token, true);
    }

    /// The same at another address of the same gateway, or for a client that reads nothing after its first frame.
    public static Socket open(Api api, URI where, String token, boolean reads) {
        var signals = new LinkedBlockingQueue<Signal>();
        var opening = api.http()
                .newWebSocketBuilder()
                .subprotocols("parlor.v1")
                .connectTimeout(PATIENCE)
                .buildAsync(where, new Frames(signals, reads));
        try {
            var made = opening.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
            var socket = new Socket(made, signals);
            socket.send("hello", Map.of("token", token, "client", "drill"));
            return socket;
        } catch (CompletionException failure) {
            throw new Unexpected("no socket at " + where + ": " + failure.getCause());
        }
    }

    /// Sends a frame after those before it.
    public void send(String type, Map<String, ?> fields) {
        var frame = new LinkedHashMap<String, Object>();
        frame.put("type", type);
        frame.putAll(fields);
        sendText(Api.JSON.writeValueAsString(frame));
    }

    /// Sends any text after the frames before it.
    public synchronized void sendText(String text) {
        sent = sent.thenCompose(ready -> ready.sendText(text, true));
    }

    /// Reads on, for a socket that was opened not to read.
    public void readOn() {
        socket.request(Long.MAX_VALUE);
    }

    /// The next signal; null when none came in time.
    public @Nullable Signal next(Duration patience) {
        try {
            return signals.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }

    /// The next frame of a type; others are passed over.
    ///
    /// @throws Unexpected when it does not come in time or the socket goes
    public Signal.Frame await(String type, Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            switch (next(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
                case Signal.Frame frame
                when frame.type().equals(type) -> {
                    return frame;
                }
                case Signal.Frame other -> {}
                case Signal.Closed closed -> throw new Unexpected("closed with " + closed.code() + " before " + type);
                case null -> throw new Unexpected("no " + type + " in " + patience.toMillis() + " ms");
            }
        }
    }

    /// The code the socket is closed with; frames before that are passed over.
    ///
    /// @throws Unexpected when it is not closed in time
    public int awaitClose(Duration patience) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            switch (next(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())))) {
                case Signal.Closed closed -> {
                    return closed.code();
                }
                case Signal.Frame frame -> {}
                case null -> throw new Unexpected("not closed in " + patience.toSeconds() + " s");
            }
        }
    }

    @Override
    public void close() {
        socket.abort();
        // nobody else tells a reader that waits
        signals.add(new Signal.Closed(VANISHED));
    }

    private record Frames(LinkedBlockingQueue<Signal> signals, StringBuilder parts, boolean reads)
            implements WebSocket.Listener {
        Frames(LinkedBlockingQueue<Signal> signals, boolean reads) {
            this(signals, new StringBuilder(), reads);
        }

        @Override
        @SuppressWarnings("NullAway") // the interface says null where there is nothing to wait for
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                signals.add(new Signal.Frame(System.nanoTime(), Api.JSON.readTree(parts.toString())));
                parts.setLength(0);
            }
            if (reads) {
                socket.request(1);
            }
            return null;
        }

        @Override
        @SuppressWarnings("NullAway") // the interface says null where there is nothing to wait for
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            signals.add(new Signal.Closed(code));
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            signals.add(new Signal.Closed(VANISHED));
        }
    }
}

package chat.parlor.bench.client;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// One socket. Frames are handed on in the order and on the thread they come in.
public final class Socket implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final WebSocket socket;
    private final CompletableFuture<Void> closed;

    /// The end of what was sent so far: a frame is written when the one before it is.
    private CompletableFuture<WebSocket> sent;

    private Socket(WebSocket socket, CompletableFuture<Void> closed) {
        this.socket = socket;
        this.closed = closed;
        this.sent = CompletableFuture.completedFuture(socket);
    }

    /// Connects and says hello.
    ///
    /// @param frames gets every frame, `welcome` first
    /// @throws Unexpected when it is not let in
    public static Socket open(Api api, String token, Consumer<JsonNode> frames) {
        var closed = new CompletableFuture<Void>();
        var opening = api.http()
                .newWebSocketBuilder()
                .subprotocols("parlor.v1")
                .connectTimeout(PATIENCE)
                .buildAsync(api.socket(), new Frames(frames, closed));
        try {
            var socket = new Socket(
                    opening.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join(), closed);
            socket.send("hello", Map.of("token", token, "client", "bench"));
            return socket;
        } catch (CompletionException failure) {
            throw new Unexpected("no socket at " + api.socket());
        }
    }

    /// Sends a frame after those before it.
    public synchronized void send(String type, Map<String, ?> fields) {
        var frame = new LinkedHashMap<String, Object>();
        frame.put("type", type);
        frame.putAll(fields);
        var text = Api.JSON.writeValueAsString(frame);
        sent = sent.thenCompose(ready -> ready.sendText(text, true));
    }

    /// Whether the socket has gone, whoever closed it.
    public boolean isClosed() {
        return closed.isDone();
    }

    /// Does something when the socket goes.
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for what is done then
    public void whenClosed(Runnable action) {
        closed.thenRun(action);
    }

    @Override
    public void close() {
        socket.abort();
        closed.complete(null);
    }

    private static final class Frames implements WebSocket.Listener {
        private final Consumer<JsonNode> frames;
        private final CompletableFuture<Void> closed;

        /// The parts so far of a frame that has not ended.
        private final StringBuilder parts = new StringBuilder();

        Frames(Consumer<JsonNode> frames, CompletableFuture<Void> closed) {
            this.frames = frames;
            this.closed = closed;
        }

        @Override
        @SuppressWarnings("NullAway") // the interface says null where there is nothing to wait for
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            parts.append(data);
            if (last) {
                var frame = Api.JSON.readTree(parts.toString());
                parts.setLength(0);
                frames.accept(frame);
            }
            socket.request(1);
            return null;
        }

        @Override
        @SuppressWarnings("NullAway") // the interface says null where there is nothing to wait for
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(null);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            closed.complete(null);
        }
    }
}

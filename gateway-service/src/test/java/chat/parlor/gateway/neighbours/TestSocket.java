package chat.parlor.gateway.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of the socket: remembers everything it got.
public final class TestSocket implements Closeable, WebSocket.Listener {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final AtomicInteger refs = new AtomicInteger();
    private @Nullable WebSocket socket;

    private TestSocket() {}

    /// Connects; `headers` come in pairs.
    public static TestSocket connect(int port, String... headers) {
        return connect(port + "/ws", headers);
    }

    /// Connects to a port and path of this machine; `headers` come in pairs.
    public static TestSocket connect(String portAndPath, String... headers) {
        var client = new TestSocket();
        var builder = CLIENT.newWebSocketBuilder().subprotocols("parlor.v1").connectTimeout(PATIENCE);
        for (var i = 0; i < headers.length; i += 2) {
            builder.header(headers[i], headers[i + 1]);
        }
        try {
            client.socket = builder.buildAsync(URI.create("ws://127.0.0.1:" + portAndPath), client)
                    .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                    .join();
        } catch (CompletionException refused) {
            throw refused.getCause() instanceof RuntimeException cause ? cause : refused;
        }
        return client;
    }

    /// Connects, says hello with `token` and waits for the welcome.
    public static TestSocket as(int port, String token) {
        var client = connect(port);
        client.send("{'type':'hello','token':'%s'}", token);
        client.next("welcome");
        return client;
    }

    @Override
    public void onOpen(WebSocket opened) {
        opened.request(Long.MAX_VALUE);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            received.add(JSON.readTree(part.toString()));
            part.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }

    public WebSocket socket() {
        return Objects.requireNonNull(socket);
    }

    /// Sends a frame; single quotes stand for double ones.
    @SuppressWarnings("AnnotateFormatMethod") // the annotation is not among our libraries
    public TestSocket send(String frame, Object... values) {
        return sendRaw(frame.formatted(values).replace('\'', '"'));
    }

    /// Sends a text as it is.
    public TestSocket sendRaw(String text) {
        socket().sendText(text, true)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
        return this;
    }

    /// Opens a room and waits for the answer.
    public JsonNode open(String room) {
        var ref = newRef();
        send("{'type':'room.open','ref':'%s','room':'%s'}", ref, room);
        return answer(ref);
    }

    /// Opens a room after a position and waits for the answer.
    public JsonNode open(String room, int after) {
        var ref = newRef();
        send("{'type':'room.open','ref':'%s','room':'%s','epoch':1,'after':%d}", ref, room, after);
        return answer(ref);
    }

    /// The answer to `ref`, when it is there.
    public JsonNode answer(String ref) {
        return await1(frame -> ref.equals(frame.path("ref").asString("")));
    }

    /// The first frame of a type, when it is there.
    public JsonNode next(String type) {
        return await1(frame -> type.equals(type(frame)));
    }

    /// The first frame that fulfils `wanted`, when it is there.
    public JsonNode await1(Predicate<JsonNode> wanted) {
        return Objects.requireNonNull(await().atMost(PATIENCE)
                .until(() -> received.stream().filter(wanted).findFirst().orElse(null), Objects::nonNull));
    }

    /// With what code `ref` was refused so far; `yes` when it was not.
    public String refusal(String ref) {
        return all("error").stream()
                .filter(error -> ref.equals(error.path("ref").asString("")))
                .map(error -> error.get("code").asString())
                .findFirst()
                .orElse("yes");
    }

    /// Everything of a type so far.
    public List<JsonNode> all(String type) {
        return received.stream().filter(frame -> type.equals(type(frame))).toList();
    }

    /// Everything so far, as it came.
    public List<JsonNode> received() {
        return received;
    }

    /// The seqs of a room's messages so far, as they came.
    public List<Long> seqs(String room) {
        return all("message.sent").stream()
                .filter(entry -> room.equals(entry.path("room").asString("")))
                .map(entry -> entry.get("seq").asLong())
                .toList();
    }

    /// Proves that everything sent before was dealt with.
    public void settle() {
        var ref = newRef();
        send("{'type':'ping','ref':'%s'}", ref);
        answer(ref);
    }

    /// The code with which the gateway closed, when it did.
    public int closeCode() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    public boolean isOpen() {
        return !closed.isDone();
    }

    public void assertOpen() {
        assertThat(closed).isNotDone();
    }

    private String newRef() {
        return "ref-" + refs.incrementAndGet();
    }

    private static String type(JsonNode frame) {
        return frame.path("type").asString("");
    }

    @Override
    public void close() {
        socket().abort();
    }
}

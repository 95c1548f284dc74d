package chat.parlor.local.rehearsal;

import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One member in one room, on a socket.
final class Voice implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private final LinkedBlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final String room;
    private final WebSocket socket;

    private Voice(String url, String room) {
        this.room = room;
        this.socket = await(http.newWebSocketBuilder()
                .subprotocols("parlor.v1")
                .buildAsync(URI.create(url.replaceFirst("^http", "ws") + "/ws"), new Ear()));
    }

    /// Opens `room` as whoever the token belongs to.
    static Voice join(String url, String token, String room) {
        var voice = new Voice(url, room);
        voice.send(Map.of("type", "hello", "token", token));
        voice.hear(frame -> frame.path("type").asString("").equals("welcome"));
        voice.send(Map.of("type", "room.open", "ref", "open", "room", room));
        voice.hear(frame -> frame.path("type").asString("").equals("room.opened"));
        return voice;
    }

    /// Says something and waits until the other has heard it and read it.
    void say(String id, Voice other) {
        send(Map.of("type", "typing", "room", room, "on", true));
        send(Map.of("type", "message.send", "ref", id, "room", room, "id", id, "text", "Could you repeat that? " + id));
        hear(frame -> frame.path("type").asString("").equals("message.ack"));
        var seq = other.hear(frame -> frame.path("id").asString("").equals(id)).path("seq");
        other.send(Map.of("type", "message.read", "room", room, "seq", seq.asLong()));
    }

    private void send(Map<String, ?> frame) {
        await(socket.sendText(json.writeValueAsString(frame), true));
    }

    private JsonNode hear(Predicate<JsonNode> wanted) {
        try {
            while (true) {
                var frame = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (frame == null) {
                    throw new Refused(
                            Reason.FAILED, "the rehearsal ended: nothing heard in " + PATIENCE_SECONDS + " s");
                }
                if (wanted.test(frame)) {
                    return frame;
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused(Reason.FAILED, "the rehearsal was interrupted");
        }
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new Refused(Reason.FAILED, "the rehearsal ended: " + failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused(Reason.FAILED, "the rehearsal was interrupted");
        }
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }

    /// Puts whole frames into the queue.
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder part = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            part.append(text);
            if (last) {
                heard.add(json.readTree(part.toString()));
                part.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}

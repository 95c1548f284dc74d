package chat.parlor.guest.answers;

import chat.parlor.chassis.event.Event;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Answers like room-service, message-service and presence-service as far as answers by mail need it.
final class OthersStandIn implements AutoCloseable {

    private static final Pattern LOG = Pattern.compile("/internal/rooms/([^/]+)/log\\?after=(\\d+)");

    /// Entries by room.
    private final Map<String, List<String>> logs = new ConcurrentHashMap<>();
    /// Guests with the conversation open.
    final Set<String> here = ConcurrentHashMap.newKeySet();
    private final DisposableServer server;

    OthersStandIn() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::answer)
                .bindNow();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /// Puts a message into the log, and gives what the topic says of it.
    Event say(String room, String kind, String who, String text) {
        var log = logs.computeIfAbsent(room, missing -> new CopyOnWriteArrayList<>());
        var seq = log.size() + 1;
        log.add("""
                {"type":"message.sent","room":"%s","seq":%d,"id":"m%d","author":{"id":"%s","kind":"%s","name":"%s"},\
                "at":"2026-03-01T12:00:00.000Z","text":"%s"}\
                """.formatted(room, seq, seq, who, kind, who, text));
        var body = Map.of(
                "room",
                room,
                "epoch",
                1,
                "seq",
                seq,
                "id",
                "m" + seq,
                "text",
                text,
                "ordinal",
                seq,
                "author",
                Map.of("id", who, "kind", kind, "name", who),
                "at",
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        return Event.of("message.sent", room, "message.sent.v1", body);
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        var path = request.uri();
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just(body(path)))
                .then();
    }

    private String body(String path) {
        if (path.endsWith("/holds")) {
            return "{\"held\":false}";
        }
        return path.startsWith("/internal/people/") ? person(path) : log(path);
    }

    private String person(String path) {
        return "[{\"here\":%s}]".formatted(here.contains(path.substring(path.lastIndexOf('/') + 1)));
    }

    private String log(String path) {
        var asked = LOG.matcher(path);
        if (!asked.matches()) {
            return "{}";
        }
        var log = logs.getOrDefault(asked.group(1), List.of());
        var after = Math.min(Integer.parseInt(asked.group(2)), log.size());
        return "{\"epoch\":1,\"head\":%d,\"entries\":[%s]}"
                .formatted(log.size(), String.join(",", log.subList(after, log.size())));
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}

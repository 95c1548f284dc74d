package chat.parlor.guest.registration;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Answers like room-service as far as guests need it, and remembers what it was asked.
final class RoomStandIn implements AutoCloseable {

    private static final String ROOM = "/internal/rooms/";
    private static final String OF_GUEST = "/internal/rooms?guest=";

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Kept> rooms = Collections.synchronizedMap(new LinkedHashMap<>());
    private final DisposableServer server;
    private volatile boolean away;

    private record Kept(String guest, String status) {}

    record Asked(String method, String path, @Nullable String authorization, String body) {}

    RoomStandIn() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::answer)
                .bindNow();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    void away(boolean now) {
        away = now;
    }

    void close(String room) {
        rooms.computeIfPresent(room, (id, kept) -> new Kept(kept.guest(), "closed"));
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            asked.add(new Asked(
                    request.method().name(),
                    request.uri(),
                    request.requestHeaders().get("Authorization"),
                    body));
            return response.status(away ? 503 : 200)
                    .header("Content-Type", "application/json")
                    .sendString(Mono.just(view(request, body)))
                    .then();
        });
    }

    private String view(HttpServerRequest request, String body) {
        var path = request.uri();
        if (path.startsWith(ROOM)) {
            var room = path.substring(ROOM.length());
            rooms.putIfAbsent(room, new Kept(body.replaceAll("(?s).*\"id\":\"(g_[^\"]+)\".*", "$1"), "open"));
            return shown(room);
        }
        return path.startsWith(OF_GUEST) ? items(roomsOf(path.substring(OF_GUEST.length()))) : items(List.of("r_kept"));
    }

    private List<String> roomsOf(String guest) {
        synchronized (rooms) {
            return rooms.entrySet().stream()
                    .filter(room -> room.getValue().guest().equals(guest))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private String items(List<String> shown) {
        return "{\"items\":[" + shown.stream().map(this::shown).collect(Collectors.joining(",")) + "]}";
    }

    private String shown(String room) {
        return "{\"id\":\"%s\",\"kind\":\"guest\",\"status\":\"%s\",\"head\":0,\"later\":{\"field\":1}}"
                .formatted(room, rooms.getOrDefault(room, new Kept("", "open")).status());
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}

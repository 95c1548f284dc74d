package chat.parlor.guest.visitor;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Answers like room-service as far as visitors need it: guests have the rooms that were opened for them, and whoever
/// asks may see them, but for those that nobody knows.
final class RoomsStandIn implements AutoCloseable {

    private static final String LOOKUP = "/internal/rooms/lookup";
    private static final String OF_GUEST = "/internal/rooms?guest=";
    private static final String OPEN = "/internal/rooms/";
    private static final String ROOM = "/api/v1/rooms/";

    private final Map<String, String> keepers = new ConcurrentHashMap<>();
    private final Map<String, String> guests = new ConcurrentHashMap<>();
    private final DisposableServer server;

    RoomsStandIn() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::answer)
                .bindNow();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /// Of the agents only this one sees the room from now on, beside supervisors; whoever asks for it alone still does.
    void keep(String room, String account) {
        keepers.put(room, account);
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            var shown = shown(request.uri(), body);
            return response.status(shown.isEmpty() ? 403 : 200)
                    .header("Content-Type", "application/json")
                    .sendString(Mono.just(shown))
                    .then();
        });
    }

    private String shown(String path, String body) {
        if (path.equals(LOOKUP)) {
            return items(room -> body.contains("\"" + room + "\""));
        }
        if (path.startsWith(OF_GUEST)) {
            var guest = path.substring(OF_GUEST.length());
            return items(room -> guest.equals(guests.get(room)));
        }
        if (path.startsWith(OPEN)) {
            var room = path.substring(OPEN.length());
            guests.put(room, body.replaceAll("(?s).*\"id\":\"(g_[^\"]+)\".*", "$1"));
            return room(room);
        }
        var room = path.substring(ROOM.length());
        return room.equals("r_team") ? "{\"id\":\"r_team\"}" : guests.containsKey(room) ? room(room) : "";
    }

    private String items(Predicate<String> which) {
        return guests.keySet().stream()
                .filter(which)
                .map(this::room)
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private String room(String room) {
        return """
                {"id":"%s","kind":"guest","status":"open","createdAt":"2026-03-01T09:00:00.000Z",\
                "guest":{"id":"%s","name":"Ada"}%s}
                """.formatted(room, guests.get(room), keeper(room));
    }

    private String keeper(String room) {
        var account = keepers.get(room);
        return account == null ? "" : ",\"keeper\":\"" + account + "\"";
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}

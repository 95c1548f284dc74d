package chat.parlor.guest.rights;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Answers like the other services, by path.
final class NeighboursStandIn implements AutoCloseable {

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final DisposableServer server;

    NeighboursStandIn() {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(this::answer)
                .bindNow();
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    void answer(String path, String body) {
        answers.put(path, body);
    }

    void forget(String path) {
        answers.remove(path);
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        var path = request.uri();
        var made =
                path.startsWith("/internal/rooms/") && request.method().name().equals("PUT");
        var nothingHeld = path.endsWith("/holds") ? "{\"held\":false}" : null;
        var body = made
                ? "{\"id\":\"" + path.substring("/internal/rooms/".length()) + "\"}"
                : answers.getOrDefault(path, nothingHeld);
        return response.status(body == null ? 404 : 200)
                .header("Content-Type", path.endsWith("/files") ? "application/x-ndjson" : "application/json")
                .sendString(Mono.just(body == null ? "" : body))
                .then();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}

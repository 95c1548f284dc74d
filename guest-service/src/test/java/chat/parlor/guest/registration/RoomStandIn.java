package chat.parlor.guest.registration;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// Answers like room-service as far as guests need it, and remembers what it was asked.
final class RoomStandIn implements AutoCloseable {

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final DisposableServer server;
    private volatile boolean away;

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
                    .sendString(Mono.just(view(request)))
                    .then();
        });
    }

    private static String view(HttpServerRequest request) {
        var room = "{\"id\":\"%s\",\"kind\":\"guest\",\"status\":\"open\",\"head\":0,\"later\":{\"field\":1}}";
        var path = request.uri();
        return path.startsWith("/internal/rooms/")
                ? room.formatted(path.substring("/internal/rooms/".length()))
                : "{\"items\":[" + room.formatted("r_kept") + "]}";
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}

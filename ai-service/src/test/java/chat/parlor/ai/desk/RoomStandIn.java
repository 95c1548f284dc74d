package chat.parlor.ai.desk;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/// Answers lookups like room-service.
final class RoomStandIn implements AutoCloseable {

    private final AtomicReference<String> items = new AtomicReference<>("");
    private final AtomicInteger asked = new AtomicInteger();
    private final DisposableServer server = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.post(
                    "/internal/rooms/lookup",
                    (request, response) -> request.receive().aggregate().then(Mono.defer(() -> {
                        asked.incrementAndGet();
                        return response.header("Content-Type", "application/json")
                                .sendString(Mono.just("{\"items\":[" + items.get() + "]}"))
                                .then();
                    }))))
            .bindNow();

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    void knows(String room) {
        items.set(room);
    }

    int asked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}

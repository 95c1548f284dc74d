package chat.parlor.message;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.json.JsonMapper;

/// Stands for room-service: knows rooms and answers lookups, unless it is away.
public final class RoomService {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final HttpServer server;
    private final Map<String, String> rooms = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean away;

    public RoomService() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new IllegalStateException("no port for the test's room-service", failure);
        }
        server.createContext("/internal/rooms/lookup", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// Knows a room from now on.
    public void knows(String id, String state) {
        rooms.put(id, state);
    }

    /// The room is gone.
    public void forgets(String id) {
        rooms.remove(id);
    }

    public void isAway(boolean now) {
        away = now;
    }

    public int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var sought = JSON.readTree(exchange.getRequestBody().readAllBytes()).get("rooms");
        var items = StreamSupport.stream(sought.spliterator(), false)
                .flatMap(id -> Stream.ofNullable(rooms.get(id.asString())))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
        var authorized = exchange.getRequestHeaders().getFirst("Authorization") != null;
        reply(exchange, away || !authorized ? UNAVAILABLE : OK, items);
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}

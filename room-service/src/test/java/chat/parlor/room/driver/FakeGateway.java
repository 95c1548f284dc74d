package chat.parlor.room.driver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// A gateway that knows every account whose id begins with `a_`, except `a_nobody`; `a_disabled` is disabled.
public final class FakeGateway implements AutoCloseable {

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    FakeGateway() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/internal/accounts", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// The ids it was asked for, one text per request.
    public List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var query = URLDecoder.decode(exchange.getRequestURI().getRawQuery(), StandardCharsets.UTF_8);
        var ids = query.substring("ids=".length());
        asked.add(ids);
        var items = Arrays.stream(ids.split(",", -1))
                .filter(id -> id.startsWith("a_") && !id.equals("a_nobody"))
                .map(FakeGateway::account)
                .collect(Collectors.joining(","));
        var body = ("{\"items\":[" + items + "]}").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String account(String id) {
        return "{\"id\":\"%s\",\"name\":\"%s\",\"roles\":[\"agent\"],\"disabled\":%s}"
                .formatted(id, RoomDriver.nameOf(id), id.equals("a_disabled"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

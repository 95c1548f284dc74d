package chat.parlor.room.summary;

import chat.parlor.chassis.event.Event;
import chat.parlor.room.driver.RoomDriver;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/// message-service with its log of record, a few entries a page. It can be away.
final class FakeLog {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 3;
    private final HttpServer server;
    private final Map<String, List<Map<String, Object>>> logs = new ConcurrentHashMap<>();
    private volatile boolean away;

    FakeLog() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/internal/rooms/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void away(boolean away) {
        this.away = away;
    }

    /// Records a message.
    Event say(String room, String author, String text, String at) {
        return append(room, "message.sent", author, at, Map.of("text", text));
    }

    /// Records a notice.
    Event notice(String room, String author, String notice, String at) {
        return append(room, "notice.posted", author, at, Map.of("notice", notice));
    }

    /// Records that a message was deleted.
    Event delete(String room, int target, String at) {
        log(room).get(target - 1).put("text", "");
        return append(room, "message.deleted", "a_ada", at, Map.of("target", target));
    }

    private Event append(String room, String type, String author, String at, Map<String, Object> more) {
        var entry = new HashMap<String, Object>(more);
        var kind = author.startsWith("g_") ? "guest" : "account";
        entry.put("author", Map.of("id", author, "kind", kind, "name", RoomDriver.nameOf(author)));
        entry.put("type", type);
        entry.put("room", room);
        entry.put("epoch", 1);
        entry.put("at", at);
        entry.put("ordinal", 1);
        entry.put("seq", log(room).size() + 1);
        log(room).add(entry);
        return Event.of("message.sent", room, type + ".v1", Map.copyOf(entry));
    }

    private List<Map<String, Object>> log(String room) {
        return logs.computeIfAbsent(room, any -> new ArrayList<>());
    }

    private void answer(HttpExchange exchange) throws IOException {
        var room = exchange.getRequestURI().getPath().split("/", -1)[3];
        var after = Integer.parseInt(exchange.getRequestURI().getQuery().replace("after=", ""));
        var log = log(room);
        var page = log.subList(Math.min(after, log.size()), Math.min(after + PAGE, log.size()));
        var body = JSON.writeValueAsString(Map.of("epoch", 1, "head", log.size(), "entries", page))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(away ? 503 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

package chat.parlor.room.inbox;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// message-service with its log of record: keeps what it announces, folded, and answers with it.
final class RecordedTimelines {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PAGE = 7;

    private final HttpServer server;
    private final Map<String, List<ObjectNode>> entries = new TreeMap<>();
    private final Map<String, TreeMap<String, Long>> marks = new TreeMap<>();

    RecordedTimelines() {
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

    synchronized int head(String room) {
        return entries.getOrDefault(room, List.of()).size();
    }

    /// All heads and all marks, added up: what the inbox shows when it has heard everything.
    synchronized long sum() {
        var heads = entries.values().stream().mapToLong(List::size).sum();
        return heads
                + marks.values().stream()
                        .flatMap(members -> members.values().stream())
                        .mapToLong(ordinal -> ordinal)
                        .sum();
    }

    /// Records a message; what is returned announces it.
    synchronized Event say(String room, String author, String text, String at) {
        var ordinal = ordinal(room, head(room)) + 1;
        var who = Map.of("id", author, "kind", kind(author), "name", RoomDriver.nameOf(author));
        var entry = append(room, "message.sent", Map.of("author", who, "at", at, "text", text, "ordinal", ordinal));
        mark(room, author, ordinal);
        return event(entry);
    }

    /// Records a message that mentions somebody.
    synchronized Event mention(String room, String author, String member, String at) {
        say(room, author, "@" + member, at);
        var entry = Objects.requireNonNull(entries.get(room)).getLast();
        entry.putArray("mentions").add(member);
        return event(entry);
    }

    /// Records a correction, or with an empty text a deletion, if there is such a message.
    synchronized Event amend(String room, int target, String text) {
        var message = entries.getOrDefault(room, List.of()).get(target - 1);
        if (!message.get("type").asString().equals("message.sent")) {
            return event(append(room, "notice.posted", Map.of("notice", "renamed")));
        }
        var event = event(
                text.isEmpty()
                        ? append(room, "message.deleted", Map.of("target", target))
                        : append(room, "message.edited", Map.of("target", target, "text", text)));
        message.put("text", text);
        if (text.isEmpty()) {
            message.remove("mentions");
        }
        return event;
    }

    /// Records a read mark.
    synchronized Event read(String room, String member, int seq) {
        var ordinal = ordinal(room, seq);
        mark(room, member, ordinal);
        return Event.of(
                "message.read",
                room,
                "message.read.v1",
                Map.of("room", room, "member", member, "seq", seq, "ordinal", ordinal));
    }

    private void mark(String room, String member, long ordinal) {
        marks.computeIfAbsent(room, any -> new TreeMap<>()).merge(member, ordinal, Math::max);
    }

    private long ordinal(String room, int seq) {
        return entries.getOrDefault(room, List.of()).stream()
                .limit(seq)
                .filter(entry -> entry.get("type").asString().equals("message.sent"))
                .count();
    }

    private ObjectNode append(String room, String type, Map<String, Object> more) {
        var log = entries.computeIfAbsent(room, any -> new ArrayList<>());
        var entry = JSON.createObjectNode().put("type", type).put("room", room).put("epoch", 1);
        entry.put("seq", log.size() + 1).setAll((ObjectNode) JSON.valueToTree(more));
        log.add(entry);
        return entry;
    }

    private static Event event(ObjectNode entry) {
        var type = entry.get("type").asString() + ".v1";
        return Event.of("message.sent", entry.get("room").asString(), type, entry.deepCopy());
    }

    private static String kind(String author) {
        return author.startsWith("g_") ? "guest" : "account";
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath().split("/", -1);
        var after = exchange.getRequestURI().getQuery().replace("after=", "");
        var body = path[path.length - 1].equals("log") ? log(path[3], Integer.parseInt(after)) : marks(path[3], after);
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized String log(String room, int after) {
        var log = entries.getOrDefault(room, List.of());
        var page = log.subList(after, Math.min(after + PAGE, log.size()));
        return JSON.writeValueAsString(Map.of("epoch", 1, "head", log.size(), "entries", page));
    }

    private synchronized String marks(String room, String after) {
        var page = marks.getOrDefault(room, new TreeMap<>()).tailMap(after, false).entrySet().stream()
                .limit(2)
                .map(mark -> Map.of("room", room, "member", mark.getKey(), "ordinal", mark.getValue()))
                .toList();
        return JSON.writeValueAsString(Map.of("items", page));
    }
}

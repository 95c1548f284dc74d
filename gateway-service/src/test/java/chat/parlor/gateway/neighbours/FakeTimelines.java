package chat.parlor.gateway.neighbours;

import chat.parlor.chassis.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// message-service as the gateway sees it: numbers entries, keeps them, answers positions. A test can store entries
/// without announcing them, announce what it likes, delay answers or refuse them.
public final class FakeTimelines {

    private static final int PAGE = 50;
    private static final int MOST_MISSED = 1_000;

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, List<ObjectNode>> rooms = new ConcurrentHashMap<>();
    /// The epochs of timelines that were restored.
    private final Map<String, Integer> epochs = new ConcurrentHashMap<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger mostAsked = new AtomicInteger();
    private volatile boolean away;
    private volatile boolean mute;
    private volatile Duration delay = Duration.ZERO;
    /// What answers wait for beside that; done unless they are held.
    private volatile CompletableFuture<Boolean> held = CompletableFuture.completedFuture(true);

    /// Stores a message and returns the record that announces it.
    public Event store(String room, String member, String id, String text) {
        return announce(
                room, append(room, member, id, text, Neighbours.CLOCK.instant().toString()));
    }

    private synchronized ObjectNode append(String room, String member, String id, String text, String at) {
        var entries = rooms.computeIfAbsent(room, one -> new ArrayList<>());
        var entry = json.createObjectNode();
        entry.put("type", "message.sent").put("room", room).put("epoch", epoch(room));
        entry.put("seq", entries.size() + 1);
        entry.put("id", id);
        entry.putObject("author").put("id", member).put("kind", kind(member)).put("name", member.substring(2));
        entry.put("at", at).put("text", text).put("ordinal", entries.size() + 1);
        entries.add(entry);
        return entry;
    }

    private int epoch(String room) {
        return epochs.getOrDefault(room, 1);
    }

    /// The timeline is what it was at `seq`, as after the restoration of a backup.
    public synchronized void restore(String room, int seq) {
        var kept = new ArrayList<>(rooms.getOrDefault(room, List.of()).subList(0, seq));
        rooms.put(room, kept);
        epochs.merge(room, 2, (had, first) -> had + 1);
        kept.forEach(entry -> entry.put("epoch", epoch(room)));
    }

    private static String kind(String member) {
        return member.startsWith("g_") ? "guest" : "account";
    }

    /// The record of an entry, as often as one likes.
    public Event announce(String room, int seq) {
        return announce(room, rooms.getOrDefault(room, List.of()).get(seq - 1));
    }

    private static Event announce(String room, ObjectNode entry) {
        var record = entry.deepCopy();
        record.remove("type");
        return Event.of("message.sent", room, entry.get("type").asString() + ".v1", record);
    }

    /// What message-service makes of a command.
    synchronized List<Event> handle(String type, JsonNode command) {
        var room = command.get("room").asString();
        if (mute) {
            return List.of();
        }
        return switch (type) {
            case "message.send.v1" -> List.of(send(room, command));
            case "message.read.v1" -> List.of(read(room, command));
            default -> List.of();
        };
    }

    private Event send(String room, JsonNode command) {
        var id = command.get("id").asString();
        var member = command.get("author").get("id").asString();
        var text = command.get("text").asString();
        if (text.isEmpty()) {
            return refused(room, id, member, "text-empty");
        }
        return rooms.getOrDefault(room, List.of()).stream()
                .filter(entry -> entry.get("id").asString().equals(id))
                .findFirst()
                .map(entry -> entry.get("text").asString().equals(text)
                        ? announce(room, entry)
                        : refused(room, id, member, "id-reused"))
                .orElseGet(() -> announce(
                        room, append(room, member, id, text, command.get("at").asString())));
    }

    private Event refused(String room, String id, String member, String code) {
        var refused = Map.of("room", room, "id", id, "author", member, "code", code, "message", "no: " + code);
        return Event.of("message.refused", room, "message.refused.v1", refused);
    }

    private static Event read(String room, JsonNode command) {
        var seq = command.get("seq").asLong();
        var read = Map.of(
                "room",
                room,
                "member",
                command.get("member").asString(),
                "seq",
                seq,
                "ordinal",
                seq,
                "at",
                Neighbours.CLOCK.instant());
        return Event.of("message.read", room, "message.read.v1", read);
    }

    /// How often positions were asked for.
    public int reads() {
        return reads.get();
    }

    /// Whether positions are refused with 503.
    public void away(boolean now) {
        away = now;
    }

    /// Whether commands are left unanswered.
    public void mute(boolean now) {
        mute = now;
    }

    /// How long answers take.
    public void delay(Duration now) {
        delay = now;
    }

    /// Answers nothing until [#release].
    public void hold() {
        held = new CompletableFuture<>();
        mostAsked.set(0);
    }

    /// Answers again, those who wait first.
    public void release() {
        held.complete(true);
    }

    /// How many waited for an answer at a time, at most, since answers were held.
    public int mostAsked() {
        return mostAsked.get();
    }

    Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        reads.incrementAndGet();
        if (away) {
            return response.status(503).send();
        }
        var room = String.valueOf(request.param("room"));
        var sent = response.header("Content-Type", "application/json")
                .sendString(Mono.fromCallable(() -> page(room, request.uri())))
                .then();
        mostAsked.accumulateAndGet(asked.incrementAndGet(), Math::max);
        return Mono.delay(delay)
                .then(Mono.fromFuture(held, true))
                .doOnTerminate(asked::decrementAndGet) // before the answer goes, which may bring the next question
                .doOnCancel(asked::decrementAndGet)
                .then(sent);
    }

    private synchronized String page(String room, String uri) {
        var entries = rooms.getOrDefault(room, List.of());
        var after = parameter(uri, "after");
        var epoch = parameter(uri, "epoch");
        var same = epoch < 0 || epoch == epoch(room);
        var resumed = same && after >= 0 && after <= entries.size() && entries.size() - after <= MOST_MISSED;
        var from = resumed ? (int) after : Math.max(0, entries.size() - PAGE);
        var answer = json.createObjectNode();
        answer.put("epoch", epoch(room)).put("head", entries.size()).put("result", resumed ? "resumed" : "snapshot");
        var list = answer.putArray("entries");
        entries.subList(from, entries.size()).forEach(list::add);
        return answer.toString();
    }

    private static long parameter(String uri, String name) {
        for (var part : uri.substring(uri.indexOf('?') + 1).split("&", -1)) {
            if (part.startsWith(name + "=")) {
                return Long.parseLong(part.substring(name.length() + 1));
            }
        }
        return -1;
    }
}

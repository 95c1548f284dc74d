package chat.parlor.gateway.neighbours;

import chat.parlor.chassis.event.Event;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// room-service as the gateway sees it: answers lookups, and makes the states a test publishes.
public final class FakeRooms {

    private static final String AT = "2026-03-01T09:00:00.000Z";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, ObjectNode> rooms = new ConcurrentHashMap<>();
    private final AtomicInteger lookups = new AtomicInteger();

    /// A room id nobody has used.
    public static String newRoom() {
        return "r_" + NUMBER.incrementAndGet();
    }

    /// A group of these members, known to lookups.
    public String group(String... members) {
        return put(newRoom(), "group", 1, "none", members);
    }

    /// Puts a room as lookups know it and returns its id.
    public String put(String room, String kind, int version, String staff, String... members) {
        rooms.put(room, state(room, kind, version, staff, members));
        return room;
    }

    /// The back room of a guest room, known to lookups.
    public String backRoom(String front) {
        var back = front + "b";
        rooms.put(back, state(back, "backroom", 1, "write").put("frontroom", front));
        return back;
    }

    /// `state` for the eyes of `keeper` and of supervisors.
    public static ObjectNode kept(ObjectNode state, String keeper) {
        return state.put("keeper", keeper);
    }

    /// A state as room-service writes it.
    public ObjectNode state(String room, String kind, int version, String staff, String... members) {
        var state = json.createObjectNode();
        state.put("id", room)
                .put("version", version)
                .put("kind", kind)
                .put("name", "Room")
                .put("staff", staff);
        var list = state.putArray("members");
        for (var member : members) {
            var guest = member.startsWith("g_");
            list.addObject()
                    .put("id", member)
                    .put("name", member.substring(2))
                    .put("kind", guest ? "guest" : "account")
                    .put("role", guest ? "guest" : "member");
        }
        state.put("fence", 0).put("createdAt", AT).put("updatedAt", AT);
        return state;
    }

    /// A guest room of `guest`, assigned to `agent` when there is one.
    public ObjectNode desk(String room, int version, String guest, String agent) {
        var members = agent.isEmpty() ? new String[] {guest} : new String[] {guest, agent};
        var state = state(room, "guest", version, "read", members);
        state.put("status", agent.isEmpty() ? "open" : "assigned").put("backroom", room + "b");
        state.putObject("guest").put("id", guest).put("name", guest.substring(2));
        if (!agent.isEmpty()) {
            state.putObject("assignee").put("id", agent).put("name", agent.substring(2));
        }
        rooms.put(room, state);
        return state;
    }

    public static Event changed(JsonNode state) {
        return Event.of("room.state", state.get("id").asString(), "room.state.v1", state);
    }

    public static Event created(JsonNode state) {
        return Event.of("room.created", state.get("id").asString(), "room.created.v1", state);
    }

    public int lookups() {
        return lookups.get();
    }

    Publisher<Void> lookup(HttpServerRequest request, HttpServerResponse response) {
        lookups.incrementAndGet();
        return request.receive()
                .aggregate()
                .asString()
                .flatMap(body -> response.header("Content-Type", "application/json")
                        .sendString(Mono.just(answer(body)))
                        .then());
    }

    private String answer(String body) {
        var answer = json.createObjectNode();
        var items = answer.putArray("items");
        asked(body).map(rooms::get).filter(Objects::nonNull).forEach(items::add);
        return answer.toString();
    }

    private Stream<String> asked(String body) {
        var list = json.readTree(body).get("rooms");
        return List.copyOf(list.values()).stream().map(JsonNode::asString);
    }
}

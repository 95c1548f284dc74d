package chat.parlor.message;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.TestTopics;
import chat.parlor.chassis.test.TestTopics.Published;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;

/// What the other services do, and what they see of this one.
@TestComponent
public class World {

    public static final String AT = "2026-03-02T10:15:30.123Z";
    public static final Map<String, Object> ADA = who("a_ada", "account", "Ada");
    public static final Map<String, Object> BEN = who("a_ben", "account", "Ben");
    public static final Map<String, Object> OTTO = who("a_otto", "account", "Otto");
    public static final Map<String, Object> GRACE = who("g_grace", "guest", "Grace");
    public static final Map<String, Object> BOT = who("b_parlor", "bot", "Assistant");
    public static final Map<String, Object> SYSTEM = who("system", "system", "Parlor");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestTopics topics;

    World(TestTopics topics) {
        this.topics = topics;
    }

    public static String newRoom() {
        return "r_" + UUID.randomUUID().toString().replace("-", "");
    }

    public static Map<String, Object> who(String id, String kind, String name) {
        return Map.of("id", id, "kind", kind, "name", name);
    }

    /// A group of Ada and Ben, as `room.state.v1`.
    public static String group(String room, int version) {
        return """
                {"id":"%s","version":%d,"kind":"group","name":"Team","staff":"none","fence":0,
                 "members":[{"id":"a_ada","name":"Ada","kind":"account","role":"admin"},
                            {"id":"a_ben","name":"Ben","kind":"account","role":"member"}],
                 "createdAt":"%s","updatedAt":"%s"}""".formatted(room, version, AT, AT);
    }

    /// Grace's conversation, as `room.state.v1`.
    public static String guestRoom(String room, int version, String status, String assignee, int fence) {
        return """
                {"id":"%s","version":%d,"kind":"guest","name":"Grace","staff":"read","fence":%d,"status":"%s",
                 %s "guest":{"id":"g_grace","name":"Grace"},"backroom":"%sb",
                 "members":[{"id":"g_grace","name":"Grace","kind":"guest","role":"guest"}],
                 "createdAt":"%s","updatedAt":"%s"}""".formatted(room, version, fence, status, assignee, room, AT, AT);
    }

    public static String assignedTo(String account) {
        return "\"assignee\":{\"id\":\"" + account + "\",\"name\":\"Agent\"},";
    }

    /// What a room for the eyes of `account` and of supervisors has beside its assignee.
    public static String keptBy(String account) {
        return "\"keeper\":\"" + account + "\",";
    }

    /// The back room of a conversation; `keeper` may be empty.
    public static String backRoom(String room, int version, String keeper) {
        return """
                {"id":"%s","version":%d,"kind":"backroom","name":"Grace","staff":"write","fence":0,
                 "frontroom":"r_front","members":[],%s
                 "createdAt":"%s","updatedAt":"%s"}""".formatted(room, version, keeper, AT, AT);
    }

    public void announceRoom(String room, String state) {
        topics.publish(Event.of("room.state", room, "room.state.v1", bytes(state)));
    }

    public static Event send(String room, Map<String, Object> author, String id, String text, Object... more) {
        return command("message.send.v1", room, author, id, with(Map.of("text", text), more));
    }

    public static Event command(
            String type, String room, Map<String, Object> author, String id, Map<String, Object> more) {
        var body = new TreeMap<String, Object>(more);
        body.putAll(Map.of("room", room, "id", id, "author", author, "at", AT));
        return Event.of("message.send", room, type, body);
    }

    public static Event read(String room, String member, long seq) {
        return Event.of(
                "message.send", room, "message.read.v1", Map.of("room", room, "member", member, "seq", seq, "at", AT));
    }

    public static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    public void publish(Event... events) {
        topics.publish(events);
    }

    /// Waits until `count` records about `room` lie in `topic`, and returns them in order.
    public List<Published> await(String topic, String room, int count) {
        return Awaitility.await(count + " records about a room on " + topic)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> of(topic, room), found -> found.size() >= count);
    }

    /// Waits until the entry `id` of `room` is announced.
    public void awaitEntry(String room, String id) {
        topics.await(
                "message.sent",
                each -> each.key().equals(room)
                        && each.body().path("id").asString("").equals(id));
    }

    public List<Published> of(String topic, String room) {
        return topics.read(topic).stream()
                .filter(each -> each.key().equals(room))
                .toList();
    }

    private static Map<String, Object> with(Map<String, Object> fields, Object... more) {
        var all = new TreeMap<>(fields);
        for (var each = 0; each < more.length; each += 2) {
            all.put(String.valueOf(more[each]), more[each + 1]);
        }
        return all;
    }
}

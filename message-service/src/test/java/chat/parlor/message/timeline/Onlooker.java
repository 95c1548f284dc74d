package chat.parlor.message.timeline;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A consumer that knows nothing but the protocol: it folds entries as they come over the wire.
final class Onlooker {

    private final Map<Long, ObjectNode> shown = new TreeMap<>();

    /// One who begins with a snapshot.
    Onlooker(List<JsonNode> snapshot) {
        snapshot.forEach(this::take);
    }

    Onlooker takes(List<JsonNode> entries) {
        entries.forEach(this::take);
        return this;
    }

    /// What it shows: messages and notices by seq.
    Map<Long, ObjectNode> shown() {
        return shown;
    }

    private void take(JsonNode entry) {
        switch (entry.get("type").asString()) {
            case "message.sent", "notice.posted" -> shown.put(entry.get("seq").asLong(), (ObjectNode) entry.deepCopy());
            case "message.edited" ->
                target(entry).set("text", entry.get("text")).set("editedAt", entry.get("at"));
            case "message.deleted" -> {
                var tombstone = target(entry).put("text", "");
                tombstone.set("deletedAt", entry.get("at"));
                tombstone.remove("reactions");
                tombstone.remove("mentions");
            }
            case "reaction.changed" -> react(target(entry), entry.get("reactions"));
            default -> throw new IllegalStateException("not an entry: " + entry);
        }
    }

    private static void react(ObjectNode message, JsonNode reactions) {
        if (reactions.isEmpty()) {
            message.remove("reactions");
        } else if (!message.has("deletedAt")) {
            message.set("reactions", reactions);
        }
    }

    private ObjectNode target(JsonNode entry) {
        var message = shown.get(entry.get("target").asLong());
        if (message == null) {
            throw new IllegalStateException("changes what is not there: " + entry);
        }
        return message;
    }
}

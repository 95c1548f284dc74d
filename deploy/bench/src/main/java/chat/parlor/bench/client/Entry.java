package chat.parlor.bench.client;

import tools.jackson.databind.JsonNode;

/// What of a timeline entry counts for the promise.
///
/// @param seq its place in the room
/// @param author the member who caused it
/// @param id the id its author's client gave it
public record Entry(long seq, String author, String id) {
    /// Reads an entry of the protocol.
    public static Entry of(JsonNode json) {
        return new Entry(
                json.path("seq").asLong(),
                json.path("author").path("id").asString(""),
                json.path("id").asString(""));
    }
}

package chat.parlor.drills.member;

import tools.jackson.databind.JsonNode;

/// What a socket tells its owner.
public sealed interface Signal {
    /// A frame came.
    ///
    /// @param at when, as `System.nanoTime` has it
    record Frame(long at, JsonNode json) implements Signal {
        /// What kind of frame it is.
        public String type() {
            return json.path("type").asString("");
        }

        String text(String field) {
            return json.path(field).asString("");
        }
    }

    /// The socket has gone.
    ///
    /// @param code why; 1006 when the other side only vanished
    record Closed(int code) implements Signal {}
}

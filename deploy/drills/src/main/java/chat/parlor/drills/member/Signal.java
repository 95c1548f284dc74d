package chat.parlor.drills.member;

import java.util.List;
import java.util.Optional;
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

        /// A field as text; empty when it is not there.
        public String text(String field) {
            return json.path(field).asString("");
        }

        /// The code of an error; empty for other frames.
        public String code() {
            return text("code");
        }

        /// The place it names; 0 when it names none.
        public long seq() {
            return json.path("seq").asLong(0);
        }

        /// The places of the entries it carries.
        public List<Long> seqs() {
            return json.path("entries")
                    .valueStream()
                    .map(entry -> entry.path("seq").asLong())
                    .toList();
        }

        /// The message it acknowledges, if it does.
        public Optional<String> acknowledgedId() {
            return type().equals("message.ack") ? Optional.of(text("id")) : Optional.empty();
        }
    }

    /// The socket has gone.
    ///
    /// @param code why; 1006 when the other side only vanished
    record Closed(int code) implements Signal {}
}

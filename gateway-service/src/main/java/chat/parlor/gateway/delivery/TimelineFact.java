package chat.parlor.gateway.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What message-service announces, as far as this node reads it.
public sealed interface TimelineFact {

    /// Where it happened.
    String room();

    /// An entry took its place in a timeline. Repeated when its command is repeated.
    ///
    /// @param at when the command was accepted at the edge
    /// @param text the message, of `message.sent` and `message.edited`
    /// @param attachments the files that go with it, of `message.sent`
    /// @param mentions the accounts it mentions, of `message.sent`
    /// @param ordinal how many messages the room has up to this one, of `message.sent`
    /// @param target the seq that was changed
    record EntryFact(
            String room,
            long epoch,
            long seq,
            String id,
            Author author,
            Instant at,
            @Nullable String text,
            @Nullable List<File> attachments,
            @Nullable List<String> mentions,
            @Nullable Long ordinal,
            @Nullable Long target)
            implements TimelineFact {}

    /// A file that goes with a message.
    record File(String name, String type) {
        /// As a list of rooms shows it, in words of no language.
        public String shortly() {
            return (type.startsWith("image/") ? "📷 " : "📎 ") + name;
        }
    }

    /// A command changed nothing; only its author hears of it.
    record RefusedFact(
            String room,
            String id,
            String author,
            String code,
            String message,
            @Nullable Long retryAfterMs) implements TimelineFact {}

    /// A member's read mark grew.
    record ReadFact(String room, String member, long seq, long ordinal) implements TimelineFact {}

    /// Who wrote an entry.
    record Author(String id, String kind, String name) {
        boolean isPerson() {
            return kind.equals("account") || kind.equals("guest");
        }
    }
}

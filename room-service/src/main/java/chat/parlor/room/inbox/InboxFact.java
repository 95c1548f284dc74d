package chat.parlor.room.inbox;

import chat.parlor.room.domain.Author;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// What the inbox reads of `message.sent` and `message.read`.
sealed interface InboxFact {

    String room();

    /// Something that took a place in a timeline.
    sealed interface Entry extends InboxFact {
        long epoch();

        long seq();
    }

    /// `message.sent.v1`; `ordinal` counts the messages of the room up to this one, and a message that names no files
    /// or mentions nobody has none.
    record Sent(
            String room,
            long epoch,
            long seq,
            Author author,
            Instant at,
            String text,
            long ordinal,
            List<File> attachments,
            List<String> mentions)
            implements Entry {

        public Sent {
            attachments = Objects.requireNonNullElse(attachments, List.of());
            mentions = Objects.requireNonNullElse(mentions, List.of());
        }

        /// The text; where there is none the first file.
        String shortly() {
            return !text.isEmpty() || attachments.isEmpty()
                    ? text
                    : attachments.getFirst().shortly();
        }
    }

    /// A file that goes with a message.
    record File(String name, String type) {

        /// In words of no language.
        String shortly() {
            return (type.startsWith("image/") ? "📷 " : "📎 ") + name;
        }
    }

    /// `message.edited.v1`: the message at `target` now reads `text`.
    record Edited(String room, long epoch, long seq, long target, String text) implements Entry {}

    /// `message.deleted.v1`: the message at `target` has no text any more.
    record Deleted(String room, long epoch, long seq, long target) implements Entry {}

    /// Notices, reactions: they move the head and nothing else.
    record Passing(String room, long epoch, long seq) implements Entry {}

    /// `message.read.v1`: `member` has read the first `ordinal` messages.
    record Read(String room, String member, long ordinal) implements InboxFact {}
}

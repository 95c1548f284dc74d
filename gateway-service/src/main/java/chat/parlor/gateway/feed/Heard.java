package chat.parlor.gateway.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What message-service and room-service announce, as far as the feed reads it.
sealed interface Heard {

    /// Where it happened.
    String room();

    /// When it happened.
    Instant at();

    /// A message was written, edited or deleted.
    ///
    /// @param target the seq that was edited or deleted
    record Entry(
            String room,
            long epoch,
            long seq,
            String id,
            Author author,
            Instant at,
            @Nullable String text,
            @Nullable Long replyTo,
            @Nullable List<File> attachments,
            @Nullable Long target)
            implements Heard {}

    /// A room as it is now.
    record Room(
            String id,
            long version,
            String kind,
            @Nullable String status,
            @Nullable Named assignee,
            @Nullable Named guest,
            Instant updatedAt)
            implements Heard {

        @Override
        public String room() {
            return id;
        }

        @Override
        public Instant at() {
            return updatedAt;
        }
    }

    /// Who wrote an entry.
    record Author(String id, String kind, String name) {}

    /// A file that goes with a message. Its address is left out: it is for members.
    record File(String id, String name, String type, long size) {}

    /// Somebody with an id and a name.
    record Named(String id, String name) {}
}

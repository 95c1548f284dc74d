package chat.parlor.room.summary;

import chat.parlor.room.domain.Author;
import chat.parlor.room.domain.Named;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a summary reads of an entry in the log of record, where messages already stand as they were last corrected.
///
/// @param text of a message; empty once it was deleted
/// @param notice what happened, in a notice
/// @param member whom a notice concerns
record LogEntry(
        String type,
        long seq,
        @Nullable Author author,
        @Nullable Instant at,
        @Nullable String text,
        @Nullable String notice,
        @Nullable Named member) {

    boolean isMessage() {
        return type.equals("message.sent");
    }

    boolean isNotice(String which) {
        return type.equals("notice.posted") && which.equals(notice);
    }

    boolean isBy(String kind) {
        return author != null && author.kind().equals(kind);
    }
}

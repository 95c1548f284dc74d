package chat.parlor.guest.transcripts;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An entry of a timeline, as far as a transcript reads it.
///
/// @param type only `message.sent` was said; the rest happened
record Said(
        String type,
        long seq,
        Author author,
        Instant at,
        @Nullable String text,
        @Nullable List<File> attachments,
        @Nullable Instant deletedAt) {

    /// Who said it.
    record Author(String name) {}

    /// A file that came with it.
    record File(String name) {}

    /// A message that was not taken back.
    boolean counts() {
        return type.equals("message.sent") && deletedAt == null;
    }

    List<File> files() {
        return Objects.requireNonNullElse(attachments, List.of());
    }

    int characters() {
        return text == null ? 0 : text.length();
    }
}

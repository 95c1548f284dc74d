package chat.parlor.message.search;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What somebody looks for.
///
/// @param terms what it has to say; may be empty
/// @param author whose it is, or null for anybody's
/// @param kind what it is, or null for anything
/// @param from not before this, or null
/// @param to before this, or null
/// @param before only what arrived before this place of the index: where the page before ended
/// @param limit messages on a page
record SearchQuery(
        Terms terms,
        @Nullable String author,
        @Nullable Kind kind,
        @Nullable Instant from,
        @Nullable Instant to,
        long before,
        int limit) {

    /// What a message is.
    enum Kind {
        /// Without a file.
        TEXT,
        /// With a picture.
        IMAGE,
        /// With another file.
        FILE;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether there is anything to go by.
    boolean isEmpty() {
        return terms.isEmpty() && author == null && kind == null && from == null && to == null;
    }
}

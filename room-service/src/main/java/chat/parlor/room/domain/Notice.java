package chat.parlor.room.domain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that happened to a room and is told in its timeline.
///
/// @param kind what happened
/// @param author who caused it
/// @param member whom it concerns, where that is not the author alone
public record Notice(Kind kind, Author author, @Nullable Named member) {

    /// What can happen.
    public enum Kind {
        CREATED,
        JOINED,
        LEFT,
        HANDED_OFF,
        ASSIGNED,
        TRANSFERRED,
        RELEASED,
        RESOLVED,
        CLOSED,
        END_ASKED,
        END_DECLINED,
        REOPENED,
        RENAMED;

        /// Its name in JSON.
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

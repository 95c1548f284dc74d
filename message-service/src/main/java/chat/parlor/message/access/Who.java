package chat.parlor.message.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Somebody who acts in a room.
///
/// @param id the member
/// @param kind what kind of member
/// @param name as shown to others
public record Who(String id, Kind kind, String name) {

    private static final int LONGEST_NAME = 200;

    public Who {
        Checks.id("author.id", id);
        Checks.name("author.name", name, LONGEST_NAME);
        if (kind == null) {
            throw new IllegalArgumentException("author.kind: missing");
        }
    }

    /// What kind of member.
    public enum Kind {
        /// A visitor.
        GUEST,
        /// A colleague.
        ACCOUNT,
        /// An automatic voice.
        BOT,
        /// Parlor itself.
        SYSTEM;

        /// The name on the wire.
        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Whether this is a person, who has read marks, and not a voice of the house.
    public boolean isPerson() {
        return kind == Kind.GUEST || kind == Kind.ACCOUNT;
    }
}

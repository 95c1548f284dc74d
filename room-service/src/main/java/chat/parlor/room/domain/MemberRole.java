package chat.parlor.room.domain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a member is in a room.
public enum MemberRole {
    /// Writes, where everyone writes.
    MEMBER,
    /// Adds, removes and mutes members.
    MODERATOR,
    /// May do everything, and alone grants roles.
    ADMIN,
    /// The guest of a guest room.
    GUEST,
    /// The agent who has a guest room.
    AGENT;

    /// The role called `wire` that an account can be given; empty when there is none.
    public static Optional<MemberRole> granted(String wire) {
        return Arrays.stream(values())
                .filter(role -> role.compareTo(ADMIN) <= 0 && role.wire().equals(wire))
                .findFirst();
    }

    /// Its name in JSON and in the database.
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

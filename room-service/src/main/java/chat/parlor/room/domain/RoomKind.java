package chat.parlor.room.domain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What sort of room it is; decides who may read and write.
public enum RoomKind {
    /// Two accounts; one room per pair.
    DIRECT,
    /// Some accounts.
    GROUP,
    /// A standing team.
    TEAM,
    /// Only its admins write.
    ANNOUNCEMENT,
    /// A guest and whoever answers; every agent may read.
    GUEST,
    /// The staff side of a guest room: notes and drafts, never seen by the guest.
    BACKROOM;

    /// The kind called `wire` in JSON; empty when there is none.
    public static Optional<RoomKind> from(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }

    /// Its name in JSON and in the database.
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether accounts are added and removed one by one.
    public boolean hasRoles() {
        return this == GROUP || this == TEAM || this == ANNOUNCEMENT;
    }

    /// What an agent who is not a member may do: `none`, `read` or `write`.
    public String staff() {
        return switch (this) {
            case GUEST -> "read";
            case BACKROOM -> "write";
            case DIRECT, GROUP, TEAM, ANNOUNCEMENT -> "none";
        };
    }
}

package chat.parlor.room.domain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A legal hold, by what it was put on. A room under any hold is erased neither by time nor by hand.
public enum Hold {
    /// This room, with the room behind it.
    ROOM,
    /// Everything of the guest, also what comes later.
    GUEST;

    /// The hold called `wire`; empty when there is none.
    public static Optional<Hold> from(String wire) {
        return Arrays.stream(values()).filter(hold -> hold.wire().equals(wire)).findFirst();
    }

    /// Its name in JSON and in the database.
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package chat.parlor.presence.people;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// How available a person is.
enum Status {
    ONLINE,
    AWAY,
    BUSY,
    OFFLINE;

    /// The name on the wire and in the database.
    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException for any other text
    @JsonCreator
    static Status of(String wire) {
        for (var status : values()) {
            if (status.wire().equals(wire)) {
                return status;
            }
        }
        throw new IllegalArgumentException("status: " + wire + " (expected: online, away, busy or offline)");
    }
}

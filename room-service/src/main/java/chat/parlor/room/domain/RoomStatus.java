package chat.parlor.room.domain;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a guest room stands between its first message and its end.
public enum RoomStatus {
    /// Nobody was asked for yet; a bot may answer.
    OPEN,
    /// Waits for an agent.
    QUEUED,
    /// An agent has it.
    ASSIGNED,
    /// Done, unless the guest writes again.
    RESOLVED,
    /// Over; refuses messages.
    CLOSED;

    /// The status called `wire` in JSON; empty when there is none.
    public static Optional<RoomStatus> from(String wire) {
        return Arrays.stream(values())
                .filter(status -> status.wire().equals(wire))
                .findFirst();
    }

    /// Its name in JSON and in the database.
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

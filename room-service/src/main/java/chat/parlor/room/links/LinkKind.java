package chat.parlor.room.links;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The kinds of records a room can lead to, in the order they are shown.
enum LinkKind {
    CUSTOMER,
    LEAD,
    CONTACT,
    OPPORTUNITY;

    /// The kind called `wire`; empty when there is none.
    static Optional<LinkKind> from(String wire) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
    }

    /// Its name in JSON and in the database.
    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package chat.parlor.room.visibility;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an agent sees. Supervisors see everything.
enum Scope {
    /// Every conversation.
    ALL,
    /// Its own, now and before, and those nobody has taken.
    OWN;

    /// The scope called `wire` in JSON and in the database; empty when there is none.
    static Optional<Scope> from(String wire) {
        return Arrays.stream(values())
                .filter(scope -> scope.wire().equals(wire))
                .findFirst();
    }

    /// Its name in JSON and in the database.
    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}

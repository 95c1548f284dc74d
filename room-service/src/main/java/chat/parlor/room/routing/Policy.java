package chat.parlor.room.routing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// How it is decided who is given the next guest.
enum Policy {
    /// Nobody is given one: agents take them.
    MANUAL,
    /// The agent who was given one longest ago.
    ROUND_ROBIN,
    /// The agent with the smallest share of its capacity in use; among equals the one who was given one longest ago.
    LEAST_BUSY;

    /// The policy called `wire` in JSON; empty when there is none.
    static Optional<Policy> from(String wire) {
        return Arrays.stream(values())
                .filter(policy -> policy.wire().equals(wire))
                .findFirst();
    }

    /// Its name in JSON and in the database.
    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The order in which seats are served, ids last so that it never depends on chance.
    Comparator<Seat> order() {
        var longestAgo = Comparator.comparingLong(Seat::turn)
                .thenComparing(seat -> seat.agent().id());
        return switch (this) {
            case MANUAL, ROUND_ROBIN -> longestAgo;
            case LEAST_BUSY -> Comparator.comparingDouble(Seat::share).thenComparing(longestAgo);
        };
    }
}

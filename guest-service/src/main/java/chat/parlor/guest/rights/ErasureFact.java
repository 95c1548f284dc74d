package chat.parlor.guest.rights;

import chat.parlor.chassis.event.Event;
import java.time.Instant;

/// `guest.erasing.v1` and `guest.erased.v1`, see `docs/contracts/guest`.
///
/// @param by the account that decided it
record ErasureFact(String erasure, String guest, String by, Instant at) {

    static final String TOPIC = "guest.erasure";

    /// The guest is to be erased; may be said again while somebody has not done its part.
    static Event erasing(Erasure erasure, Instant now) {
        return Event.of(TOPIC, erasure.guest(), "guest.erasing.v1", of(erasure, now));
    }

    /// Everybody has.
    static Event erased(Erasure erasure, Instant now) {
        return Event.of(TOPIC, erasure.guest(), "guest.erased.v1", of(erasure, now));
    }

    private static ErasureFact of(Erasure erasure, Instant now) {
        return new ErasureFact(
                erasure.id(), erasure.guest(), erasure.requestedBy().id(), now);
    }
}

package chat.parlor.presence.erasure;

import chat.parlor.chassis.event.Event;
import java.time.Instant;

/// Says that nothing is known of a guest any more: `docs/contracts/presence/person.erased.v1.schema.json`.
record PersonErased(String erasure, String guest, Instant at) {

    static final String TOPIC = "guest.erasure";
    private static final String TYPE = "person.erased.v1";

    /// The same erasure is announced under the same id, however often.
    Event event() {
        return new Event(TOPIC, guest, TYPE, erasure + ":person", at, this, null);
    }

    /// Takes the place of what `presence.changed` said last of the guest, and holds no name:
    /// `docs/contracts/presence/presence.changed.v1.schema.json`.
    record Nobody(String member, String kind, String name, String status) {

        static Event of(String guest) {
            var nobody = new Nobody(guest, "guest", "-", "offline");
            return Event.of("presence.changed", guest, "presence.changed.v1", nobody);
        }
    }
}

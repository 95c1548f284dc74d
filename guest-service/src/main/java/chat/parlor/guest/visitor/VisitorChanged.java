package chat.parlor.guest.visitor;

import chat.parlor.chassis.event.Event;
import java.time.Instant;
import java.util.List;

/// Says that something about a guest is new, and not what: `docs/contracts/guest/visitor.changed.v1.schema.json`.
///
/// @param rooms the newest of the guest's, beside which it is shown
record VisitorChanged(String guest, List<String> rooms, Instant at) {

    static final String TOPIC = "visitor.changed";
    static final String TYPE = "visitor.changed.v1";

    VisitorChanged {
        rooms = List.copyOf(rooms);
    }

    Event event() {
        return Event.of(TOPIC, guest, TYPE, this);
    }
}

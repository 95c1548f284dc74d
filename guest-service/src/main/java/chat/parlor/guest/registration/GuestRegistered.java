package chat.parlor.guest.registration;

import chat.parlor.chassis.event.Event;
import java.time.Instant;

/// Says that a guest started a conversation: `docs/contracts/guest/guest.registered.v1.schema.json`.
record GuestRegistered(String guest, String name, String room, Instant at) {

    static final String TOPIC = "guest.registered";
    static final String TYPE = "guest.registered.v1";

    static Event of(Beginning beginning) {
        var body = new GuestRegistered(beginning.guest(), beginning.name(), beginning.room(), beginning.at());
        return Event.of(TOPIC, beginning.guest(), TYPE, body);
    }
}

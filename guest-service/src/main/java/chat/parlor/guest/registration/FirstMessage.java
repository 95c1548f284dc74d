package chat.parlor.guest.registration;

import chat.parlor.chassis.event.Event;
import java.time.Instant;

/// What the guest wrote into the form, sent as its first message: `docs/contracts/guest/message.send.v1.schema.json`.
record FirstMessage(String room, String id, Author author, Instant at, String text) {

    static final String TOPIC = "message.send";
    static final String TYPE = "message.send.v1";

    record Author(String id, String kind, String name) {}

    static Event of(Beginning beginning, String text) {
        var author = new Author(beginning.guest(), "guest", beginning.name());
        var body = new FirstMessage(beginning.room(), "first-" + beginning.room(), author, beginning.at(), text);
        return Event.of(TOPIC, beginning.room(), TYPE, body);
    }
}

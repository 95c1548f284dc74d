package chat.parlor.guest.registration;

import chat.parlor.chassis.event.Event;
import java.time.Instant;

/// What the guest wrote into the form, sent as its first message: `docs/contracts/guest/message.send.v1.schema.json`.
record FirstMessage(String room, String id, Author author, Instant at, String text) {

    static final String TOPIC = "message.send";
    static final String TYPE = "message.send.v1";

    record Author(String id, String kind, String name) {}

    static Event of(Registration registration, String text) {
        var author = new Author(registration.id(), "guest", registration.name());
        var body =
                new FirstMessage(registration.room(), "first-" + registration.room(), author, registration.at(), text);
        return Event.of(TOPIC, registration.room(), TYPE, body);
    }
}

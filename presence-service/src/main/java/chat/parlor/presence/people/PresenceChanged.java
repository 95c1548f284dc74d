package chat.parlor.presence.people;

import chat.parlor.chassis.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Says how available a person is from now on: `docs/contracts/presence/presence.changed.v1.schema.json`.
record PresenceChanged(
        String member,
        String kind,
        String name,
        Status status,
        @Nullable Instant lastSeen) {

    static final String TOPIC = "presence.changed";
    static final String TYPE = "presence.changed.v1";

    static Event of(Person person) {
        var who = person.who();
        var standing = person.standing();
        var seen = standing.status() == Status.OFFLINE ? standing.lastSeen() : null;
        var body = new PresenceChanged(who.id(), who.kind(), who.name(), standing.status(), seen);
        return Event.of(TOPIC, who.id(), TYPE, body);
    }
}

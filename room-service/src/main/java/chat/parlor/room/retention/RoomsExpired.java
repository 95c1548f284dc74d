package chat.parlor.room.retention;

import chat.parlor.chassis.event.Event;
import chat.parlor.room.erasure.Gone;
import java.time.Instant;
import java.util.List;

/// Says that a room, and the room behind it, have been kept long enough and are gone:
/// `docs/contracts/room/rooms.expired.v1.schema.json`.
record RoomsExpired(List<Gone> rooms, Instant at) {

    private static final String TOPIC = "guest.erasure";
    private static final String TYPE = "rooms.expired.v1";

    RoomsExpired {
        rooms = List.copyOf(rooms);
    }

    Event event() {
        return Event.of(TOPIC, rooms.getFirst().id(), TYPE, this);
    }
}

package chat.parlor.room.erasure;

import chat.parlor.chassis.event.Event;
import java.time.Instant;
import java.util.List;

/// Says that the rooms of a guest are gone: `docs/contracts/room/rooms.erased.v1.schema.json`.
record RoomsErased(String erasure, String guest, List<Gone> rooms, Instant at) {

    static final String TOPIC = "guest.erasure";
    private static final String TYPE = "rooms.erased.v1";

    /// The same erasure is announced under the same id, however often.
    Event event() {
        return new Event(TOPIC, guest, TYPE, erasure + ":rooms", at, this, null);
    }
}

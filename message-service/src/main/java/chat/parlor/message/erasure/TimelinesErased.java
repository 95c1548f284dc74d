package chat.parlor.message.erasure;

import chat.parlor.chassis.event.Event;
import java.time.Instant;

/// Says that nothing a guest and those who spoke to it wrote is kept any more:
/// `docs/contracts/message/timelines.erased.v1.schema.json`.
record TimelinesErased(String erasure, String guest, long entries, long files, long bytes, Instant at) {

    static final String TOPIC = "guest.erasure";
    static final String TYPE = "timelines.erased.v1";

    /// The same erasure is announced under the same id, however often.
    Event event() {
        return new Event(TOPIC, guest, TYPE, erasure + ":timelines", at, this, null);
    }
}

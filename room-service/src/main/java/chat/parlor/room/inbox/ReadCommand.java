package chat.parlor.room.inbox;

import java.time.Instant;

/// `message.read.v1` on `message.send`, see docs/contracts/room: what was written before a member came counts as read.
///
/// @param seq everything up to it
record ReadCommand(String room, String member, long seq, Instant at) {

    static final String TOPIC = "message.send";
    static final String TYPE = "message.read.v1";
}

package chat.parlor.room.queue;

import java.time.Instant;

/// A guest an agent took from the queue.
///
/// @param since when the guest began to wait, this time
record Taken(Instant since, Instant at, String agent) {}

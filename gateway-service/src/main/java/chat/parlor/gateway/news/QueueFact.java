package chat.parlor.gateway.news;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `queue.changed.v1` of room-service, as far as it is read here.
record QueueFact(
        Instant at,
        long waiting,
        long active,
        long closedToday,
        @Nullable Long averageWaitMs,
        List<Place> places) {

    /// A guest in line; 1 is next.
    record Place(
            String room,
            String guest,
            long position,
            @Nullable Long estimatedWaitMs) {}
}

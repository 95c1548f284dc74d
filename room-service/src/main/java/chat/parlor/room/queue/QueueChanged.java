package chat.parlor.room.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `queue.changed.v1`, see docs/contracts/room/queue.changed.v1.schema.json.
///
/// @param places the first in line, in order
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueueChanged(
        Instant at,
        long waiting,
        long active,
        long closedToday,
        @Nullable Long averageWaitMs,
        List<Place> places) {

    static final String TOPIC = "queue.changed";
    static final String TYPE = "queue.changed.v1";

    /// A guest in line.
    ///
    /// @param estimatedWaitMs how long it will take; null while there is too little to say
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(
            String room,
            String guest,
            long position,
            @Nullable Long estimatedWaitMs) {}

    static QueueChanged of(QueueNumbers numbers, List<Place> places) {
        return new QueueChanged(
                numbers.at(),
                numbers.waiting(),
                numbers.active(),
                numbers.closedToday(),
                numbers.averageWaitMs(),
                List.copyOf(places));
    }

    /// Whether this says nothing but a newer time.
    boolean repeats(@Nullable QueueChanged before) {
        return before != null
                && equals(new QueueChanged(
                        at, before.waiting, before.active, before.closedToday, before.averageWaitMs, before.places));
    }
}

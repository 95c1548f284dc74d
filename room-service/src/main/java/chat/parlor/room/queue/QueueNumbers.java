package chat.parlor.room.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The desk in numbers.
///
/// @param at when they were counted
/// @param waiting guest rooms no agent has yet
/// @param active guest rooms an agent has
/// @param closedToday guest rooms that were closed since the day began and still are
/// @param averageWaitMs how long those taken today had waited, on average; null when nobody was taken
@JsonInclude(JsonInclude.Include.NON_NULL)
record QueueNumbers(
        Instant at,
        long waiting,
        long active,
        long closedToday,
        @Nullable Long averageWaitMs) {}

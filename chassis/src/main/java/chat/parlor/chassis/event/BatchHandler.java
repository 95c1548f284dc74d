package chat.parlor.chassis.event;

import java.util.List;

/// What a loop does with the records of one poll. It runs in the loop's own thread and may block.
///
/// It must be idempotent: after a crash, or when it throws, the same records come again.
///
/// @param <T> what the subscription reads
@FunctionalInterface
public interface BatchHandler<T> {

    /// Handles `batch`, in order. Offsets are committed after it returned.
    ///
    /// @throws Exception when the batch could not be handled; the loop decides whether to repeat it or to give a
    ///     record up to the dead-letter topic
    void handle(List<Received<T>> batch) throws Exception;
}

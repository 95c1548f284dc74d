package chat.parlor.guarantees;

import java.util.List;

/// What one member's sockets brought of one room, over every reconnect, in the order it came.
///
/// @param member whose stream it is
/// @param runs the stretches between which the client dropped what it had; one, unless it was given snapshots
public record Stream(String room, String member, List<List<Entry>> runs) {
    /// Copies its lists.
    public Stream {
        runs = runs.stream().map(List::copyOf).toList();
    }
}

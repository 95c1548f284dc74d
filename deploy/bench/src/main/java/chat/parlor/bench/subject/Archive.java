package chat.parlor.bench.subject;

import java.util.Map;

/// A target whose rooms can be filled without sending each message, to see what a long past costs.
public interface Archive {
    /// Puts that many messages into each of these rooms, and the rest into others.
    ///
    /// @param total messages in all rooms together
    void fill(Map<Room, Integer> sizes, int total);

    /// Reads the newest page as the room's writer.
    void newestPage(Room room);

    /// Reads the page that ends before a place.
    void pageBefore(Room room, long place);
}

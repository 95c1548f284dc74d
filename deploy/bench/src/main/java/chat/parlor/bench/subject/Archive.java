package chat.parlor.bench.subject;

import java.util.Map;

/// A target whose rooms can be filled without sending each message, to see what a long past costs.
public interface Archive {
    /// A word of every message.
    String COMMON = "people";

    /// A word of one message in a hundred thousand, and of at least one in every room.
    String RARE = "periwinkle";

    /// A word no message has.
    String ABSENT = "nowhere";

    /// Puts that many messages into each of these rooms, and the rest into others.
    ///
    /// @param total messages in all rooms together
    void fill(Map<Room, Integer> sizes, int total);

    /// Reads the newest page as the room's writer.
    void newestPage(Room room);

    /// Reads the page that ends before a place.
    void pageBefore(Room room, long place);

    /// Looks for a message with this word in a room.
    ///
    /// @return how many were found at once
    int find(Room room, String word);

    /// Looks for it in every room the desk may read.
    int findEverywhere(String word);
}

package chat.parlor.bench.load;

import java.util.List;

/// A socket to open.
///
/// @param token whose it is
/// @param rooms what it opens, one after the other
public record Seat(String token, List<String> rooms) {
    /// Copies its list.
    public Seat {
        rooms = List.copyOf(rooms);
    }
}

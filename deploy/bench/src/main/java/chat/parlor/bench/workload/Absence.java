package chat.parlor.bench.workload;

import chat.parlor.bench.subject.Room;
import chat.parlor.bench.wire.Link;
import java.util.List;

/// Sockets that were cut, and what was said meanwhile. Socket i is in room i modulo their number, and so is message i.
///
/// @param rooms where they were
/// @param links the sockets; each knows how far it had come
/// @param first the number of the first message they missed
/// @param messages how many they missed, all rooms together
record Absence(List<Room> rooms, List<Link> links, long first, int messages) {
    Absence {
        rooms = List.copyOf(rooms);
        links = List.copyOf(links);
    }
}

package chat.parlor.bench.workload;

import chat.parlor.bench.load.OpenLoop.Sender;
import chat.parlor.bench.load.Seat;
import chat.parlor.bench.load.Stage;
import chat.parlor.bench.subject.Room;
import chat.parlor.bench.wire.Link;
import java.util.ArrayList;
import java.util.List;

/// Conversations one to one: each room has a writer with a socket of its own, and readers at the desk have several
/// rooms open on each of theirs.
final class Pairs {
    private static final int ROOMS_OF_A_READER = 25;

    private final List<Room> rooms;
    private final List<Link> writers;

    private Pairs(List<Room> rooms, List<Link> writers) {
        this.rooms = rooms;
        this.writers = writers;
    }

    /// Opens them.
    static Pairs open(Stage stage, int count) {
        var rooms = stage.target().rooms(count);
        var readers = new ArrayList<Seat>();
        for (int first = 0; first < count; first += ROOMS_OF_A_READER) {
            var some = rooms.subList(first, Math.min(count, first + ROOMS_OF_A_READER));
            readers.add(new Seat(
                    some.getFirst().reader(), some.stream().map(Room::id).toList()));
        }
        stage.connect(readers);
        var writers = stage.connect(rooms.stream()
                .map(room -> new Seat(room.writer(), List.of(room.id())))
                .toList());
        return new Pairs(rooms, writers);
    }

    /// Lets the writers send in turn.
    Sender sender() {
        return (index, number) -> {
            var which = index % rooms.size();
            var link = writers.get(which);
            link.send(rooms.get(which).id(), number);
            link.flush();
        };
    }
}

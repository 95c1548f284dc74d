package chat.parlor.bench.workload;

import chat.parlor.bench.cost.Processes;
import chat.parlor.bench.load.Seat;
import chat.parlor.bench.load.Stage;
import chat.parlor.bench.subject.Room;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// Sockets that have a room open and say nothing: what they cost in the process that holds them.
///
/// @param counts how many, growing
public record Idle(List<Integer> counts) implements Workload {
    private static final int ROOMS = 100;
    private static final double KILOBYTE = 1024;

    /// Copies its list.
    public Idle {
        counts = List.copyOf(counts);
    }

    @Override
    public List<Figure> run(Stage stage) {
        var meter = new Meter(stage);
        var rooms = stage.target().rooms(ROOMS);
        // what is made once, by the first sockets, is not what a socket costs
        var open = ROOMS;
        stage.connect(seats(rooms, 0, open));
        var front = new Processes(Set.of(stage.target().front()));
        var heap = stage.target().heap();
        var resident = front.residentMegabytes();
        for (var count : counts) {
            stage.connect(seats(rooms, open, ROOMS + count));
            open = ROOMS + count;
            var step = count + " sockets";
            meter.add(step, "heap KB per socket", (stage.target().heap() - heap) / KILOBYTE / count);
            meter.add(step, "resident KB per socket", (front.residentMegabytes() - resident) * KILOBYTE / count);
            meter.add(step, "resident MB", front.residentMegabytes());
            System.out.printf("  %-9s %s are open%n", stage.target().name(), step);
        }
        return meter.figures();
    }

    private static List<Seat> seats(List<Room> rooms, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> rooms.get(i % ROOMS))
                .map(room -> new Seat(room.writer(), List.of(room.id())))
                .toList();
    }
}

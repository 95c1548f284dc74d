package chat.parlor.bench.workload;

import chat.parlor.bench.load.Plan;
import chat.parlor.bench.load.Seat;
import chat.parlor.bench.load.Stage;
import java.util.Collections;
import java.util.List;

/// Messages to rooms that many sockets have open.
///
/// @param sizes how many sockets
/// @param seconds how long each is measured
public record Fanout(List<Integer> sizes, int seconds) implements Workload {
    private static final int PER_SECOND = 5;

    /// Copies its list.
    public Fanout {
        sizes = List.copyOf(sizes);
    }

    @Override
    public List<Figure> run(Stage stage) {
        var pairs = Pairs.open(stage, Rate.ROOMS);
        new Meter(stage).run("warm-up", Rate.FIRST, pairs.sender());
        var meter = new Meter(stage);
        sizes.forEach(size -> fanOut(stage, meter, size));
        return meter.figures();
    }

    private void fanOut(Stage stage, Meter meter, int size) {
        var room = stage.target().rooms(1).getFirst();
        stage.connect(Collections.nCopies(size - 1, new Seat(room.writer(), List.of(room.id()))));
        var writer = stage.connect(List.of(new Seat(room.reader(), List.of(room.id()))))
                .getFirst();
        meter.run("1 to " + size, new Plan(PER_SECOND, Rate.WARM_UP, seconds, size), (index, number) -> {
            writer.send(room.id(), number);
            writer.flush();
        });
    }
}

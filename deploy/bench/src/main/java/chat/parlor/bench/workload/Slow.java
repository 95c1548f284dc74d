package chat.parlor.bench.workload;

import chat.parlor.bench.load.OpenLoop.Sender;
import chat.parlor.bench.load.Plan;
import chat.parlor.bench.load.Seat;
import chat.parlor.bench.load.Stage;
import chat.parlor.bench.wire.Link;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/// One in twenty of those who have a room open stops reading; the others should not notice.
///
/// @param sockets how many have it open
/// @param seconds how long each step is measured
public record Slow(int sockets, int seconds) implements Workload {
    private static final int PER_SECOND = 50;
    private static final int ONE_IN = 20;
    private static final double MEGABYTE = 1024 * 1024;

    @Override
    public List<Figure> run(Stage stage) {
        var pairs = Pairs.open(stage, Rate.ROOMS);
        new Meter(stage).run("warm-up", Rate.FIRST, pairs.sender());
        var room = stage.target().rooms(1).getFirst();
        var readers = stage.connect(Collections.nCopies(sockets - 1, new Seat(room.writer(), List.of(room.id()))));
        var writer = stage.connect(List.of(new Seat(room.reader(), List.of(room.id()))))
                .getFirst();
        Sender sender = (index, number) -> {
            writer.send(room.id(), number);
            writer.flush();
        };
        var meter = new Meter(stage);
        measure(stage, meter, "all of " + sockets + " read", sockets, sender);
        var slow = slow(readers);
        stage.onLoop(() -> slow.forEach(Link::stopReading));
        measure(stage, meter, slow.size() + " do not", sockets - slow.size(), sender);
        return meter.figures();
    }

    private void measure(Stage stage, Meter meter, String step, int receivers, Sender sender) {
        meter.run(step, new Plan(PER_SECOND, Rate.WARM_UP, seconds, receivers), sender);
        meter.add(step, "heap MB", stage.target().heap() / MEGABYTE);
    }

    private static List<Link> slow(List<Link> readers) {
        return IntStream.range(0, readers.size())
                .filter(i -> i % ONE_IN == 0)
                .mapToObj(readers::get)
                .toList();
    }
}

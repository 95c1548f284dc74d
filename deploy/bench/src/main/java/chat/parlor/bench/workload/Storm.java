package chat.parlor.bench.workload;

import chat.parlor.bench.cost.Processes;
import chat.parlor.bench.load.OpenLoop;
import chat.parlor.bench.load.Plan;
import chat.parlor.bench.load.Seat;
import chat.parlor.bench.load.Stage;
import chat.parlor.bench.subject.Room;
import chat.parlor.bench.wire.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// All sockets are cut; while they are away each misses 20 messages; then they come back at once, as the protocol
/// asks: after a random delay that doubles with each failure.
///
/// @param sockets how many
public record Storm(int sockets) implements Workload {
    private static final int ROOMS = 50;
    private static final int MISSED = 20;
    private static final int PER_SECOND = 200;

    @Override
    public List<Figure> run(Stage stage) {
        var rooms = stage.target().rooms(ROOMS);
        var writers = stage.connect(rooms.stream()
                .map(room -> new Seat(room.reader(), List.of(room.id())))
                .toList());
        var links = new ArrayList<Link>();
        for (int i = 0; i < sockets; i += ROOMS) {
            links.addAll(stage.connect(
                    rooms.stream().limit(sockets - i).map(Storm::seat).toList()));
        }
        // so that each has a position, and that nothing is done for the first time when it counts
        write(stage, rooms, writers, sockets / ROOMS + 1);
        stage.onLoop(() -> links.forEach(Link::cut));
        var first = stage.take(0);
        write(stage, rooms, writers, 1);
        return comeBack(stage, new Absence(rooms, links, first, ROOMS * MISSED));
    }

    private static List<Figure> comeBack(Stage stage, Absence absence) {
        var meter = new Meter(stage);
        var processes = new Processes(stage.target().processes());
        var cpu = processes.cpuSeconds();
        var storm = new Return(stage, absence);
        storm.run();
        var step = absence.links().size() + " sockets";
        var times = storm.times();
        meter.add(step, "caught up p50 ms", Meter.millis(times, 50));
        meter.add(step, "caught up p95 ms", Meter.millis(times, 95));
        meter.add(step, "all caught up ms", Meter.millis(times, 100));
        meter.add(step, "never", (double) (absence.links().size() - times.getTotalCount()));
        meter.add(step, "messages lost", (double) storm.lost());
        meter.add(step, "messages doubled", storm.doubled());
        meter.add(step, "attempts that failed", storm.failed());
        meter.add(step, "CPU s", processes.cpuSeconds() - cpu);
        meter.add(step, "resident MB", processes.residentMegabytes());
        System.out.printf(
                Locale.ROOT,
                "  %-9s %-14s caught up %.0f %.0f %.0f ms (p50 p95 all)   %d lost%n",
                stage.target().name(),
                step,
                Meter.millis(times, 50),
                Meter.millis(times, 95),
                Meter.millis(times, 100),
                storm.lost());
        return meter.figures();
    }

    private static Seat seat(Room room) {
        return new Seat(room.writer(), List.of(room.id()));
    }

    private static void write(Stage stage, List<Room> rooms, List<Link> writers, int receivers) {
        var plan = new Plan(PER_SECOND, 0, ROOMS * MISSED / PER_SECOND, receivers);
        OpenLoop.run(stage, plan, (index, number) -> {
            writers.get(index % ROOMS).send(rooms.get(index % ROOMS).id(), number);
            writers.get(index % ROOMS).flush();
        });
    }
}

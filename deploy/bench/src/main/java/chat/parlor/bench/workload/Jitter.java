package chat.parlor.bench.workload;

import chat.parlor.bench.load.Plan;
import chat.parlor.bench.load.Seat;
import chat.parlor.bench.load.Stage;
import chat.parlor.bench.subject.Room;
import java.util.List;
import java.util.stream.IntStream;

/// Sockets on bad lines: each is cut every 15 s and stays away for 2 s while its room goes on talking, until each has
/// been sent 120 messages.
///
/// @param sockets how many
public record Jitter(int sockets) implements Workload {
    private static final int ROOMS = 20;
    private static final int MESSAGES = 120;
    private static final int SECONDS = 60;

    @Override
    public List<Figure> run(Stage stage) {
        var rooms = stage.target().rooms(ROOMS);
        var writers = stage.connect(rooms.stream()
                .map(room -> new Seat(room.reader(), List.of(room.id())))
                .toList());
        var seats = IntStream.range(0, sockets)
                .mapToObj(socket -> seat(rooms.get(socket % ROOMS)))
                .toList();
        var lines = new BadLines(stage, seats, stage.connect(seats));
        var meter = new Meter(stage);
        var receivers = sockets / ROOMS + 1;
        lines.begin(SECONDS);
        meter.run(
                sockets + " sockets",
                new Plan((double) ROOMS * MESSAGES / SECONDS, 0, SECONDS, receivers),
                (index, number) -> {
                    var writer = writers.get(index % ROOMS);
                    writer.send(rooms.get(index % ROOMS).id(), number);
                    writer.flush();
                });
        lines.figures().forEach((name, value) -> meter.add(sockets + " sockets", name, value));
        return meter.figures();
    }

    private static Seat seat(Room room) {
        return new Seat(room.writer(), List.of(room.id()));
    }
}

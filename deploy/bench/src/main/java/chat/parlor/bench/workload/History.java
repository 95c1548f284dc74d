package chat.parlor.bench.workload;

import chat.parlor.bench.load.Stage;
import chat.parlor.bench.subject.Archive;
import chat.parlor.bench.subject.Room;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;

/// Pages of a short and a very long room, and searches, one request after the other, among many messages.
///
/// @param messages in all rooms together
public record History(int messages) implements Workload {
    private static final int SHORT = 1_000;
    private static final int LONG = 1_000_000;
    private static final int REQUESTS = 2_000;
    private static final int UNCOUNTED = 500;
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    @Override
    public List<Figure> run(Stage stage) {
        if (!(stage.target() instanceof Archive archive)) {
            throw new IllegalArgumentException("history is measured on Parlor alone: --peers none");
        }
        var meter = new Meter(stage);
        var rooms = stage.target().rooms(2);
        var sizes = new LinkedHashMap<Room, Integer>();
        sizes.put(rooms.getFirst(), Math.min(SHORT, messages));
        sizes.put(rooms.getLast(), Math.min(LONG, messages));
        var began = System.nanoTime();
        archive.fill(sizes, messages);
        meter.add("filled", "s", (System.nanoTime() - began) / 1e9);
        read(archive, meter, sizes);
        new Searches(archive, meter).run(rooms.getLast());
        return meter.figures();
    }

    /// A room and how long its pages took.
    private record Reading(Room room, int size, Histogram newest, Histogram any) {
        Reading(Room room, int size) {
            this(room, size, new Histogram(LONGEST, 3), new Histogram(LONGEST, 3));
        }
    }

    /// In turn, so that whatever else the machine does comes to all alike.
    private static void read(Archive archive, Meter meter, Map<Room, Integer> sizes) {
        var readings = sizes.entrySet().stream()
                .map(each -> new Reading(each.getKey(), each.getValue()))
                .toList();
        var random = new Random(1);
        for (int request = 0; request < REQUESTS; request++) {
            var counts = request >= UNCOUNTED;
            for (var reading : readings) {
                var before = 2L + random.nextInt(reading.size());
                time(counts, reading.newest(), () -> archive.newestPage(reading.room()));
                time(counts, reading.any(), () -> archive.pageBefore(reading.room(), before));
            }
        }
        for (var reading : readings) {
            say(meter, "newest page of " + reading.size(), reading.newest());
            say(meter, "any page of " + reading.size(), reading.any());
        }
    }

    private static void time(boolean counts, Histogram times, Runnable request) {
        var began = System.nanoTime();
        request.run();
        if (counts) {
            times.recordValue(System.nanoTime() - began);
        }
    }

    private static void say(Meter meter, String step, Histogram times) {
        meter.add(step, "p50 ms", Meter.millis(times, 50));
        meter.add(step, "p99 ms", Meter.millis(times, 99));
        System.out.printf(
                Locale.ROOT,
                "  %-24s %6.1f %6.1f ms (p50 p99)%n",
                step,
                Meter.millis(times, 50),
                Meter.millis(times, 99));
    }
}

package chat.parlor.bench.workload;

import chat.parlor.bench.load.Seat;
import chat.parlor.bench.load.Stage;
import chat.parlor.bench.wire.Link;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/// Cuts sockets again and again, lets each come back where it was, and measures how long that takes. Lives on the
/// event loop of the sockets.
final class BadLines {
    private static final long EVERY = Duration.ofSeconds(15).toNanos();
    private static final long AWAY = Duration.ofSeconds(2).toNanos();
    private static final long ONCE_MORE = Duration.ofMillis(500).toNanos();
    private static final long LONGEST = Duration.ofMinutes(2).toNanos();

    private final Stage stage;
    private final List<Seat> seats;
    private final List<Link> links;
    private final Histogram replays = new Histogram(LONGEST, 3);

    /// When the last may be cut.
    private long end;

    private int cuts;
    private int failed;

    BadLines(Stage stage, List<Seat> seats, List<Link> links) {
        this.stage = stage;
        this.seats = List.copyOf(seats);
        this.links = new ArrayList<>(links);
    }

    /// Begins to cut them, one after the other, and goes on for that long; all are back at the end.
    void begin(int seconds) {
        end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos() - AWAY;
        for (int socket = 0; socket < seats.size(); socket++) {
            var which = socket;
            stage.later(EVERY * socket / seats.size(), () -> cut(which));
        }
    }

    /// What was measured, by name.
    Map<String, Double> figures() {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("cuts", (double) cuts);
        figures.put("replay p50 ms", Meter.millis(replays, 50));
        figures.put("replay p99 ms", Meter.millis(replays, 99));
        figures.put("replay max ms", Meter.millis(replays, 100));
        figures.put("attempts that failed", (double) failed);
        return figures;
    }

    private void cut(int socket) {
        if (System.nanoTime() > end) {
            return;
        }
        cuts++;
        links.get(socket).cut();
        stage.later(AWAY, () -> comeBack(socket, System.nanoTime()));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what comes of it is told here
    private void comeBack(int socket, long began) {
        stage.connect(seats.get(socket), links.get(socket).position(), link -> {})
                .whenComplete((link, failure) -> {
                    if (failure == null) {
                        replays.recordValue(Math.min(LONGEST, System.nanoTime() - began));
                        links.set(socket, link);
                        stage.later(EVERY - AWAY, () -> cut(socket));
                    } else {
                        failed++;
                        stage.later(ONCE_MORE, () -> comeBack(socket, began));
                    }
                });
    }
}

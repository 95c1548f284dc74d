package chat.parlor.bench.workload;

import chat.parlor.bench.client.Unexpected;
import chat.parlor.bench.load.Seat;
import chat.parlor.bench.load.Stage;
import chat.parlor.bench.wire.Link;
import chat.parlor.bench.wire.Listener;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// Lets cut sockets come back at once, and measures how long each takes until it has all that it missed.
final class Return implements Listener {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final long FIRST_DELAY_NANOS = Duration.ofMillis(500).toNanos();
    private static final long LONGEST_DELAY_NANOS = Duration.ofSeconds(30).toNanos();
    private static final int MOST_DOUBLINGS = 6;

    private final Stage stage;
    private final Absence absence;
    private final Random random = new Random(1);
    private final Histogram times = new Histogram(LONGEST.toNanos() * 2, 3);
    private final CountDownLatch all;

    /// What each socket that has come back has not got yet, by the messages' places in the absence.
    private final Map<Link, BitSet> missing = new HashMap<>();

    private long began;
    private int doubled;
    private int failed;

    Return(Stage stage, Absence absence) {
        this.stage = stage;
        this.absence = absence;
        this.all = new CountDownLatch(absence.links().size());
    }

    void run() {
        stage.listen(this);
        stage.onLoop(() -> {
            began = System.nanoTime();
            for (int i = 0; i < absence.links().size(); i++) {
                attempt(i, 0);
            }
        });
        try {
            if (!all.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println(all.getCount() + " sockets never caught up");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }

    /// How long each took that has come back.
    Histogram times() {
        return times;
    }

    int doubled() {
        return doubled;
    }

    int failed() {
        return failed;
    }

    /// Messages that sockets which are back did not get, and those of sockets that are not.
    long lost() {
        var each = absence.messages() / absence.rooms().size();
        var gone = (long) (absence.links().size() - missing.size()) * each;
        return gone + missing.values().stream().mapToLong(BitSet::cardinality).sum();
    }

    private void attempt(int socket, int failures) {
        var most = Math.min(LONGEST_DELAY_NANOS, FIRST_DELAY_NANOS << Math.min(failures, MOST_DOUBLINGS));
        stage.later(random.nextLong(most), () -> dial(socket, failures));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // what comes of it is told here
    private void dial(int socket, int failures) {
        var room = absence.rooms().get(socket % absence.rooms().size());
        var before = absence.links().get(socket);
        stage.connect(new Seat(room.writer(), List.of(room.id())), before.position(), link -> expect(link, socket))
                .whenComplete((link, failure) -> {
                    if (failure != null) {
                        failed++;
                        attempt(socket, failures + 1);
                    }
                });
    }

    private void expect(Link link, int socket) {
        var rooms = absence.rooms().size();
        var messages = new BitSet(absence.messages());
        for (int message = socket % rooms; message < absence.messages(); message += rooms) {
            messages.set(message);
        }
        missing.put(link, messages);
    }

    @Override
    public void delivered(Link link, long number, long now) {
        var index = (int) (number - absence.first());
        var left = missing.get(link);
        if (left == null || index < 0 || index >= absence.messages()) {
            return;
        }
        if (!left.get(index)) {
            doubled++;
            return;
        }
        left.clear(index);
        if (left.isEmpty()) {
            times.recordValue(now - began);
            all.countDown();
        }
    }
}

package chat.parlor.bench.workload;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import org.HdrHistogram.Histogram;

/// Asks several questions in turn, so that whatever else the machine does comes to all alike.
final class Turns {
    private static final int REQUESTS = 500;
    private static final int UNCOUNTED = 100;
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    private final Meter meter;

    Turns(Meter meter) {
        this.meter = meter;
    }

    /// A question and how long it took each time.
    ///
    /// @param finds whether there is anything to find: an empty answer, or one that should be, is no answer
    /// @param question answers how much was found
    record Asking(String name, boolean finds, IntSupplier question, Histogram times) {
        Asking(String name, boolean finds, IntSupplier question) {
            this(name, finds, question, new Histogram(LONGEST, 3));
        }
    }

    void ask(List<Asking> all) {
        for (int request = 0; request < REQUESTS; request++) {
            for (var asking : all) {
                time(asking, request >= UNCOUNTED);
            }
        }
        all.forEach(this::say);
    }

    private static void time(Asking asking, boolean counts) {
        var began = System.nanoTime();
        var found = asking.question().getAsInt();
        var took = System.nanoTime() - began;
        if (found > 0 != asking.finds()) {
            throw new IllegalStateException(asking.name() + ": " + found + " found");
        }
        if (counts) {
            asking.times().recordValue(took);
        }
    }

    private void say(Asking asking) {
        var p50 = Meter.millis(asking.times(), 50);
        var p99 = Meter.millis(asking.times(), 99);
        meter.add(asking.name(), "p50 ms", p50);
        meter.add(asking.name(), "p99 ms", p99);
        System.out.printf(Locale.ROOT, "  %-32s %6.1f %6.1f ms (p50 p99)%n", asking.name(), p50, p99);
    }
}

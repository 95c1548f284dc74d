package chat.parlor.chassis.test;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/// The event loops of the service under test, for tests to wait for. A row in the database is only half of what a batch
/// does: deadlines, caches and further batches come after it, and facts that come together may count as one.
public final class Loops {

    private final MeterRegistry meters;

    Loops(MeterRegistry meters) {
        this.meters = meters;
    }

    /// Publishes with `publish` one record that the loops of `subscription` read, and waits until they have handled it
    /// with everything that belongs to it. They must have been at rest.
    public void handle(String subscription, Runnable publish) {
        handle(subscription, 1, publish);
    }

    /// The same for as many `records`.
    public void handle(String subscription, int records, Runnable publish) {
        var before = handled(subscription);
        publish.run();
        await(subscription + " handles " + records).until(() -> handled(subscription) >= before + records);
    }

    private long handled(String subscription) {
        return (long) meters.find("parlor.loop.handled").gauges().stream()
                .filter(gauge -> isOf(subscription, gauge))
                .mapToDouble(Gauge::value)
                .sum();
    }

    private static boolean isOf(String subscription, Gauge gauge) {
        var loop = String.valueOf(gauge.getId().getTag("loop"));
        return loop.substring(0, Math.max(0, loop.lastIndexOf('-'))).equals(subscription);
    }
}

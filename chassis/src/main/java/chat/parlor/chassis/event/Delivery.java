package chat.parlor.chassis.event;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands a batch to its handler until it is handled or given up.
///
/// Passing failures are repeated for as long as they last. Any other failure is repeated [#ATTEMPTS] times for the
/// batch, then each record is tried alone, and the one that still fails is buried: one bad record never holds up its
/// neighbours, and never takes them with it.
final class Delivery<T> {

    static final int ATTEMPTS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private final String loop;
    private final BatchHandler<T> handler;
    private final Batch.Grave grave;
    private final Patience patience;

    Delivery(String loop, BatchHandler<T> handler, Batch.Grave grave, Patience patience) {
        this.loop = loop;
        this.handler = handler;
        this.grave = grave;
        this.patience = patience;
    }

    /// Waits between attempts; throws [Abandoned] when the batch is no longer this loop's to handle.
    @FunctionalInterface
    interface Patience {
        void await(Duration time) throws Abandoned;
    }

    /// The batch belongs to somebody else by now, or the loop ends.
    static final class Abandoned extends Exception {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("abandoned", null, false, false);
        }
    }

    void deliver(Batch<T> batch) throws Abandoned, InterruptedException {
        var failure = attempt(batch);
        if (failure == null) {
            return;
        }
        if (batch.size() == 1) {
            giveUp(batch, failure);
            return;
        }
        for (var single : batch.oneByOne()) {
            deliver(single);
        }
    }

    private @Nullable Exception attempt(Batch<T> batch) throws Abandoned, InterruptedException {
        var failures = 0;
        var wait = FIRST_WAIT;
        while (true) {
            try {
                handler.handle(batch.received());
                return null;
            } catch (InterruptedException stopping) {
                throw stopping;
            } catch (Exception failure) {
                LOG.warn("loop {}: batch of {} failed: {}", loop, batch.size(), failure.toString());
                if (!Failures.passing(failure) && ++failures >= ATTEMPTS) {
                    return failure;
                }
                patience.await(wait);
                wait = longer(wait);
            }
        }
    }

    private void giveUp(Batch<T> batch, Exception failure) throws Abandoned, InterruptedException {
        var wait = FIRST_WAIT;
        while (true) {
            try {
                LOG.error("loop {}: giving up a record", loop, failure);
                batch.bury(grave, failure.toString());
                return;
            } catch (ExecutionException | TimeoutException unburied) {
                patience.await(wait);
                wait = longer(wait);
            }
        }
    }

    private static Duration longer(Duration wait) {
        var doubled = wait.multipliedBy(2);
        return doubled.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : doubled;
    }
}

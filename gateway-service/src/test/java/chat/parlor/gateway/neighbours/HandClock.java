package chat.parlor.gateway.neighbours;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until a test moves it on: no window refills, no login ends and no answer is late because
/// the machine is.
public final class HandClock extends Clock {

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.MILLIS));

    HandClock() {}

    public void advance(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    /// The same time for caches.
    Ticker ticker() {
        return () -> ChronoUnit.NANOS.between(Instant.EPOCH, instant());
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}

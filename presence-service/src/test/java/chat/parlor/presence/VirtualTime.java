package chat.parlor.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

/// A clock and a scheduler that agree on a time that passes only when a test says so.
public final class VirtualTime extends Clock {

    private final Instant start;
    private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();

    public VirtualTime(Instant start) {
        this.start = start;
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    /// Lets time pass; what is due on the way runs in the calling thread, at its moment.
    public void pass(Duration time) {
        scheduler.advanceTimeBy(time);
    }

    @Override
    public Instant instant() {
        return start.plusMillis(scheduler.now(TimeUnit.MILLISECONDS));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new IllegalStateException("this clock has one zone");
    }
}

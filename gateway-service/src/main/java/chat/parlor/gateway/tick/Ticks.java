package chat.parlor.gateway.tick;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// Runs short tasks at intervals, all in one thread. A task that fails is logged and comes again.
@Component
public final class Ticks implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Ticks.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ticks").daemon().factory());

    /// Runs `task` every `interval` from one interval on. It must not block.
    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the thread
    public void every(Duration interval, Runnable task) {
        thread.scheduleAtFixedRate(() -> guarded(task), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.error("a recurring task failed", failure);
        }
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}

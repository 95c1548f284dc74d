package chat.parlor.gateway.tick;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs short tasks at intervals, all in one thread, from the start of the service on. A task that fails is logged and
/// comes again.
@Component
public final class Ticks implements SmartLifecycle, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Ticks.class);

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("ticks").daemon().factory());
    /// What was asked for before the start. Guarded by this.
    private final List<Runnable> waiting = new ArrayList<>();
    /// Guarded by this.
    private boolean running;

    /// Runs `task` every `interval`, one interval after the start for the first time. It must not block.
    ///
    /// What was missed while the node stood still is not made up for: heartbeats in a row would leave clients
    /// no time.
    public synchronized void every(Duration interval, Runnable task) {
        if (running) {
            schedule(interval, task);
        } else {
            waiting.add(() -> schedule(interval, task));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with the thread
    private void schedule(Duration interval, Runnable task) {
        thread.scheduleWithFixedDelay(
                () -> guarded(task), interval.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.error("a recurring task failed", failure);
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    /// Goes on until the end: while the service leaves, sockets still want their answers.
    @Override
    public synchronized void stop() {
        running = false;
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}

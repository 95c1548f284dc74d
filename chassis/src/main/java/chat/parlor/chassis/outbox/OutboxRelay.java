package chat.parlor.chassis.outbox;

import chat.parlor.chassis.event.Publisher;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Publishes what lies in the outbox, oldest first, one relay per schema at a time, and removes what the broker has.
///
/// It is woken by each commit and looks again on its own every [#LOOK], for what another node or an earlier run left.
final class OutboxRelay implements SmartLifecycle, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);
    private static final int MOST_AT_ONCE = 500;
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration ROUND_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(3);

    private final OutboxTable table;
    private final Publisher publisher;
    private final TransactionalOperator transaction;
    private final Semaphore wakes = new Semaphore(0);
    private volatile Thread thread = Thread.ofPlatform().name("outbox").unstarted(this);
    private volatile boolean running;

    OutboxRelay(OutboxTable table, Publisher publisher, TransactionalOperator transaction) {
        this.table = table;
        this.publisher = publisher;
        this.transaction = transaction;
    }

    /// Something was committed.
    void wake() {
        wakes.release();
    }

    @Override
    public void run() {
        while (running) {
            try {
                wakes.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                wakes.drainPermits();
                relayAll();
            } catch (InterruptedException stopping) {
                return;
            } catch (RuntimeException failure) {
                LOG.warn("outbox: nothing relayed, trying again: {}", failure.toString());
            }
        }
    }

    private void relayAll() {
        Integer relayed;
        do {
            relayed = relayOldest().block(ROUND_TIMEOUT);
        } while (running && relayed != null && relayed == MOST_AT_ONCE);
    }

    private Mono<Integer> relayOldest() {
        return table.lock()
                .filter(mine -> mine)
                .flatMap(mine -> table.oldest(MOST_AT_ONCE).collectList())
                .filter(oldest -> !oldest.isEmpty())
                .flatMap(this::send)
                .as(transaction::transactional);
    }

    private Mono<Integer> send(List<OutboxTable.Stored> oldest) {
        var events = oldest.stream().map(OutboxTable.Stored::event).toList();
        return publisher.publishAll(events).then(table.remove(oldest)).thenReturn(oldest.size());
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("outbox").start(this);
    }

    @Override
    public void stop() {
        running = false;
        wake();
        try {
            if (!thread.join(STOP_TIMEOUT)) {
                thread.interrupt();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

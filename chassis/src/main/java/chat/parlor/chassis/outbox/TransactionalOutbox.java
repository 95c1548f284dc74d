package chat.parlor.chassis.outbox;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.observe.Correlation;
import java.util.Arrays;
import java.util.List;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/// Appends within the caller's transaction and wakes the relay when that transaction has committed.
final class TransactionalOutbox implements Outbox {

    private final OutboxTable table;
    private final Runnable wake;

    TransactionalOutbox(OutboxTable table, Runnable wake) {
        this.table = table;
        this.wake = wake;
    }

    @Override
    public Mono<Void> append(Event... events) {
        if (events.length == 0) {
            return Mono.empty();
        }
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new WakeAfterCommit()))
                .then(Mono.deferContextual(context -> table.insert(traced(events, Correlation.in(context)))));
    }

    private static List<Event> traced(Event[] events, Correlation correlation) {
        return Arrays.stream(events)
                .map(event -> event.traceparent() == null ? event.causedBy(correlation.traceparent()) : event)
                .toList();
    }

    private final class WakeAfterCommit implements TransactionSynchronization {
        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(wake);
        }
    }
}

package chat.parlor.chassis.event;

import java.util.List;
import reactor.core.publisher.Mono;

/// Publishes straight to Kafka. Events of one key keep the order in which they were handed over.
public interface Publisher {

    /// Completes when the broker has stored the event; fails when it did not within the delivery timeout,
    /// in which case it may or may not have been stored. Never blocks the caller.
    Mono<Void> publish(Event event);

    /// Completes when the broker has stored all events; fails with the first failure.
    Mono<Void> publishAll(List<Event> events);
}

package chat.parlor.chassis.outbox;

import chat.parlor.chassis.event.Event;
import reactor.core.publisher.Mono;

/// Events that are announced if, and only if, the transaction they were appended in commits.
///
/// Delivery is at least once, in the order of appending per key as long as the transactions of one key exclude each
/// other (they lock the row the key stands for). The pattern:
/// https://microservices.io/patterns/data/transactional-outbox.html
public interface Outbox {

    /// Stores `events` in the current R2DBC transaction. Fails when there is none.
    Mono<Void> append(Event... events);
}

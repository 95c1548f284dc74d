package chat.parlor.room.retention;

import chat.parlor.chassis.outbox.Outbox;
import chat.parlor.room.directory.Rooms;
import chat.parlor.room.erasure.Emptying;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Erases one room that is due, with the room behind it and the news of it, all or nothing: a crash leaves rooms that
/// are still due, or news that is still to be told.
@Component
class Expiry {

    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);

    private final Rooms rooms;
    private final DueRooms due;
    private final Emptying emptying;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Expiry(
            Rooms rooms,
            DueRooms due,
            Emptying emptying,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.rooms = rooms;
        this.due = due;
        this.emptying = emptying;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Whether it was erased: not when another instance is at it, or when somebody wrote, reopened it or put a hold on
    /// it since it was found. One that cannot be erased does not keep the others.
    Mono<Boolean> erase(String room, Sort sort, Instant before) {
        return due.alone()
                .filter(alone -> alone)
                .flatMap(alone -> rooms.locked(room))
                .filterWhen(found -> due.has(room, sort, before))
                .flatMap(found -> emptying.erase(found).collectList())
                .map(gone -> new RoomsExpired(gone, clock.instant().truncatedTo(ChronoUnit.MILLIS)))
                .flatMap(news -> outbox.append(news.event()).thenReturn(true))
                .defaultIfEmpty(false)
                .as(transaction::transactional)
                .onErrorResume(failure -> notErased(room, failure));
    }

    private static Mono<Boolean> notErased(String room, Throwable failure) {
        LOG.warn("old room not erased room={} reason={}", room, failure.toString());
        return Mono.just(false);
    }
}

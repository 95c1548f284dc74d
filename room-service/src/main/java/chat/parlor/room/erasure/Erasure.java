package chat.parlor.room.erasure;

import chat.parlor.chassis.event.BatchHandler;
import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.outbox.Outbox;
import chat.parlor.room.directory.Rooms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Erases the rooms of a guest, each with the room behind it in one transaction, and then says which they were. After a
/// crash the same news comes again: what is left is erased, and what is gone already is named once more.
@Component
class Erasure implements BatchHandler<GuestErasing> {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Rooms rooms;
    private final Emptying emptying;
    private final ErasedRooms erased;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Erasure(
            Rooms rooms,
            Emptying emptying,
            ErasedRooms erased,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.rooms = rooms;
        this.emptying = emptying;
        this.erased = erased;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void handle(List<Received<GuestErasing>> batch) {
        batch.forEach(news -> erase(news.body()).block(PATIENCE));
    }

    private Mono<Void> erase(GuestErasing news) {
        return rooms.ofGuest(news.guest())
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMap(id -> erasePair(id, news.guest()))
                .then(Mono.defer(() -> rooms.ofGuest(news.guest()).hasElements()))
                .flatMap(left -> left ? later(news) : announce(news));
    }

    private Mono<Void> erasePair(String id, String guest) {
        return rooms.locked(id)
                .filter(front -> front.held().isEmpty())
                .flatMapMany(emptying::erase)
                .concatMap(gone -> erased.add(gone, guest, now()))
                .then()
                .as(transaction::transactional);
    }

    /// A hold came between. What is held is erased when it is asked for again after that.
    private static Mono<Void> later(GuestErasing news) {
        LOG.warn("rooms held, not erased erasure={}", news.erasure());
        return Mono.empty();
    }

    private Mono<Void> announce(GuestErasing news) {
        return erased.of(news.guest())
                .map(gone -> new RoomsErased(news.erasure(), news.guest(), gone, now()))
                .flatMap(fact -> outbox.append(fact.event()))
                .as(transaction::transactional)
                .doOnSuccess(done -> LOG.info("rooms erased erasure={}", news.erasure()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

package chat.parlor.guest.rights;

import chat.parlor.chassis.event.BatchHandler;
import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.outbox.Outbox;
import chat.parlor.guest.rights.Erasure.Requester;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Erases guests: what is kept here at once, so that the token no longer counts, and the rest by asking everybody for
/// their part and waiting until all have said that it is done. Nothing is lost by a crash anywhere: what was decided
/// stands in the database and in the topic, and every step may be repeated.
@Component
class Erasures implements BatchHandler<PartErased> {

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST = 50;

    private final GuestRecords records;
    private final ErasureTable table;
    private final Neighbours neighbours;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Erasures(
            GuestRecords records,
            ErasureTable table,
            Neighbours neighbours,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.records = records;
        this.table = table;
        this.neighbours = neighbours;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Begins to erase `guest`, or asks those again who have not done their part.
    ///
    /// @param name the guest's, to confirm
    /// @return how far it is; fails with [RightsRefusal.UnknownGuest], [RightsRefusal.OtherName],
    ///     [RightsRefusal.OnHold] or [RightsRefusal.HoldsUnknown]
    Mono<Erasure> begin(String guest, String name, Caller caller) {
        return requireNoHold(guest).then(Mono.defer(() -> beginOrAskAgain(guest, name, caller)));
    }

    /// Asked before the transaction: a hold that comes after this is honoured by room-service.
    private Mono<Void> requireNoHold(String guest) {
        return neighbours
                .isHeld(guest)
                .onErrorMap(failure -> new RightsRefusal.HoldsUnknown())
                .flatMap(held -> held ? Mono.error(RightsRefusal.OnHold::new) : Mono.empty());
    }

    private Mono<Erasure> beginOrAskAgain(String guest, String name, Caller caller) {
        return table.ofGuest(guest)
                .flatMap(this::askAgain)
                .switchIfEmpty(Mono.defer(() -> beginNow(guest, name, caller)))
                .as(transaction::transactional);
    }

    private Mono<Erasure> askAgain(Erasure erasure) {
        return erasure.doneAt() != null
                ? Mono.just(erasure)
                : outbox.append(ErasureFact.erasing(erasure, now())).thenReturn(erasure);
    }

    private Mono<Erasure> beginNow(String guest, String name, Caller caller) {
        return records.lockedName(guest)
                .switchIfEmpty(Mono.error(RightsRefusal.UnknownGuest::new))
                .filter(known -> known.strip().equals(name.strip()))
                .switchIfEmpty(Mono.error(RightsRefusal.OtherName::new))
                .flatMap(known -> eraseHere(guest, caller));
    }

    private Mono<Erasure> eraseHere(String guest, Caller caller) {
        var now = now();
        var by = new Requester(caller.id(), caller.name());
        var erasure = new Erasure(Ids.random("x_"), guest, by, now, null, List.of());
        return records.remove(guest)
                .then(Mono.defer(() -> table.insert(erasure)))
                .then(Mono.defer(() -> table.done(erasure.id(), Part.IDENTITY, now, Map.of("guests", 1L))))
                .then(Mono.defer(() -> outbox.append(ErasureFact.erasing(erasure, now))))
                .then(Mono.defer(() -> table.ofGuest(guest)))
                .doOnSuccess(begun -> LOG.info("guest {} is being erased by {}", guest, caller.id()));
    }

    /// The newest, those under way and the receipts of those that are done.
    Flux<Erasure> newest() {
        return table.newest(MOST);
    }

    @Override
    public void handle(List<Received<PartErased>> batch) {
        batch.forEach(news -> partDone(news.body()).block(PATIENCE));
    }

    private Mono<Void> partDone(PartErased news) {
        return table.locked(news.erasure())
                .flatMap(erasure -> table.done(erasure.id(), news.part(), now(), news.removed())
                        .then(Mono.defer(() -> table.locked(erasure.id()))))
                .filter(Erasure::isComplete)
                .filterWhen(erasure -> table.complete(erasure.id(), now()))
                .flatMap(erasure -> outbox.append(ErasureFact.erased(erasure, now()))
                        .doOnSuccess(done -> LOG.info("guest {} is erased", erasure.guest())))
                .as(transaction::transactional);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

package chat.parlor.room.summary;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.Access;
import chat.parlor.room.domain.GuestSide;
import chat.parlor.room.domain.Room;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Makes summaries from the log of record and shows them to staff. A summary that changed is announced as a change of
/// the room, whose topics are those of the newest one.
@Component
final class Summaries {

    private static final Logger LOG = LoggerFactory.getLogger(Summaries.class);

    private final Rooms rooms;
    private final Log log;
    private final SummaryStore store;
    private final TransactionalOperator transaction;

    Summaries(Rooms rooms, Log log, SummaryStore store, TransactionalOperator transaction) {
        this.rooms = rooms;
        this.log = log;
        this.store = store;
        this.transaction = transaction;
    }

    /// The summaries of a room, the newest first.
    Mono<List<Summary>> of(String room, Caller caller) {
        return rooms.visible(room, caller)
                .doOnNext(found -> require(caller, found))
                .flatMapMany(found -> store.of(found.id()))
                .collectList();
    }

    /// Makes those that are due. Those that cannot be made, because message-service does not answer, stay due.
    Mono<Void> make() {
        return store.due()
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(due -> make(due).onErrorResume(failure -> left(due, failure)))
                .then();
    }

    private static Mono<Void> left(SummaryStore.Due due, Throwable failure) {
        LOG.warn("summary of {} not made yet: {}", due.room(), failure.toString());
        return Mono.empty();
    }

    private Mono<Void> make(SummaryStore.Due due) {
        return log.of(due.room())
                .reduceWith(Stretches::new, Stretches::take)
                .flatMap(read -> stored(due, read.ended()).as(transaction::transactional));
    }

    /// The order matters: only once the room is locked nobody else announces it with older topics.
    private Mono<Void> stored(SummaryStore.Due due, List<Summary> summaries) {
        return rooms.locked(due.room())
                .filter(found -> found.guestSide() != null && !summaries.isEmpty())
                .filterWhen(found -> changed(due.room(), summaries))
                .flatMap(found -> rooms.save(labelled(found, summaries.getLast())))
                .then(store.done(due));
    }

    private Mono<Boolean> changed(String room, List<Summary> summaries) {
        return Flux.fromIterable(summaries)
                .concatMap(summary -> store.put(room, summary))
                .reduce(false, (any, one) -> any || one);
    }

    private static Room labelled(Room room, Summary newest) {
        var side = room.guestSide();
        return side == null ? room : room.with(side.labels().withTopics(newest.topics()));
    }

    private static void require(Caller caller, Room room) {
        if (!Access.isAgent(caller)) {
            throw new SummaryRefusal.NotAllowed();
        }
        GuestSide side = room.guestSide();
        if (side == null) {
            throw new SummaryRefusal.NoGuest();
        }
    }
}

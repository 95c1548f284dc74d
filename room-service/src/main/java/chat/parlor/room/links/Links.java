package chat.parlor.room.links;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.Access;
import chat.parlor.room.domain.Room;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// The links of guest rooms, one of each kind. A change is announced as a change of the room, which says nothing of the
/// links themselves: whoever may see them asks for them.
@Component
final class Links {

    private final Rooms rooms;
    private final LinkStore store;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Links(Rooms rooms, LinkStore store, TransactionalOperator transaction, Clock clock) {
        this.rooms = rooms;
        this.store = store;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The links of a room, in the order of their kinds.
    Mono<List<RecordLink>> of(String room, Caller caller) {
        return rooms.visible(room, caller)
                .doOnNext(found -> require(caller, found))
                .flatMapMany(found -> store.of(found.id()))
                .sort((one, other) -> one.kind().compareTo(other.kind()))
                .collectList();
    }

    /// Sets the link of its kind. The same again changes nothing.
    Mono<RecordLink> put(String room, Caller caller, RecordLink link) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return changed(room, caller, found -> store.put(found.id(), link, now)).thenReturn(link);
    }

    /// Clears the link of a kind; nothing changes where there is none.
    Mono<Void> clear(String room, Caller caller, LinkKind kind) {
        return changed(room, caller, found -> store.clear(found.id(), kind));
    }

    private Mono<Void> changed(String room, Caller caller, Function<Room, Mono<Boolean>> change) {
        return rooms.locked(room, caller)
                .doOnNext(found -> require(caller, found))
                .filterWhen(change)
                .flatMap(rooms::save)
                .then()
                .as(transaction::transactional);
    }

    private static void require(Caller caller, Room room) {
        if (!Access.isAgent(caller)) {
            throw new LinkRefusal.NotAllowed("Only agents see links to the CRM");
        }
        if (room.guestSide() == null) {
            throw new LinkRefusal.NoGuest();
        }
    }
}

package chat.parlor.room.membership;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.GuestSide;
import chat.parlor.room.domain.Hold;
import chat.parlor.room.domain.Room;
import chat.parlor.room.holds.Holds;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Makes guest rooms, each with its back room.
@Component
class GuestRooms {

    private final Rooms rooms;
    private final Holds holds;
    private final TransactionalOperator transaction;
    private final Clock clock;

    GuestRooms(Rooms rooms, Holds holds, TransactionalOperator transaction, Clock clock) {
        this.rooms = rooms;
        this.holds = holds;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Makes the room called `id`, or finds it when it is that guest's already. Fails with
    /// [MembershipRefusal.Taken] when it is another's.
    Mono<Room> make(String id, NewGuestRoom body) {
        var front =
                Room.ofGuest(id, body.side(Ids.random("r_")), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        return holds.holdNewRooms(guest(front))
                .map(held -> front.held(Hold.GUEST, held))
                .flatMap(rooms::create)
                .delayUntil(made -> rooms.create(Room.behind(made, backroom(made))))
                .as(transaction::transactional)
                .switchIfEmpty(existing(id, front));
    }

    /// The rooms of a guest, oldest first.
    Flux<Room> of(String guest) {
        return rooms.ofGuest(guest).collectList().flatMapIterable(ids -> ids).concatMap(rooms::find);
    }

    private Mono<Room> existing(String id, Room wanted) {
        return rooms.find(id)
                .filter(found -> found.guestSide() != null && guest(found).equals(guest(wanted)))
                .switchIfEmpty(Mono.error(MembershipRefusal.Taken::new));
    }

    private static String guest(Room room) {
        return side(room).guest().id();
    }

    private static String backroom(Room room) {
        return side(room).backroom();
    }

    private static GuestSide side(Room room) {
        var side = room.guestSide();
        if (side == null) {
            throw new IllegalStateException("room " + room.id() + ": no guest (expected: a guest room)");
        }
        return side;
    }
}

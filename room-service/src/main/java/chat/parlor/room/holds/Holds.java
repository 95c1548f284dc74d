package chat.parlor.room.holds;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.Access;
import chat.parlor.room.domain.GuestSide;
import chat.parlor.room.domain.Hold;
import chat.parlor.room.domain.Room;
import chat.parlor.room.domain.RoomKind;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Puts legal holds on rooms and guests, and lifts them.
@Component
public class Holds {

    private static final Logger LOG = LoggerFactory.getLogger(Holds.class);
    private static final String ADMINISTRATOR = "administrator";

    private final Rooms rooms;
    private final HoldTable table;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Holds(Rooms rooms, HoldTable table, TransactionalOperator transaction, Clock clock) {
        this.rooms = rooms;
        this.table = table;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Whether a room of `guest` that begins now is held, as it stays until the transaction ends.
    public Mono<Boolean> holdNewRooms(String guest) {
        return table.alone(guest).then(Mono.defer(() -> table.stands(guest)));
    }

    /// Whether anything of `guest` is held.
    Mono<Boolean> ofGuest(String guest) {
        return table.anything(guest);
    }

    /// Puts a hold on, or lifts it. The same again changes nothing.
    ///
    /// @return the room as it is then; fails with a [HoldRefusal]
    Mono<Room> change(String room, Caller caller, Hold hold, boolean on) {
        return rooms.visible(room, caller)
                .delayUntil(found -> check(found, caller))
                .flatMap(found -> hold == Hold.GUEST ? ofItsGuest(found, on) : turn(room, hold, on))
                .as(transaction::transactional)
                .doOnSuccess(done -> LOG.info("hold changed room={} hold={} on={}", room, hold.wire(), on));
    }

    private static Mono<Void> check(Room room, Caller caller) {
        if (!Access.isSupervisor(caller) && !(Access.isAgent(caller) && caller.has(ADMINISTRATOR))) {
            return Mono.error(HoldRefusal.NotAllowed::new);
        }
        return room.kind() == RoomKind.BACKROOM
                ? Mono.error(() -> new HoldRefusal.NotHere("A hold is put on the conversation, not on its back room"))
                : Mono.empty();
    }

    /// The guest first, then all its rooms one by one: one that begins meanwhile waits and is held like the others.
    private Mono<Room> ofItsGuest(Room room, boolean on) {
        return Mono.justOrEmpty(room.guestSide())
                .map(GuestSide::guest)
                .switchIfEmpty(Mono.error(() -> new HoldRefusal.NotHere("This room has no guest")))
                .flatMap(guest -> table.alone(guest.id())
                        .then(Mono.defer(() -> on
                                ? table.put(guest.id(), clock.instant().truncatedTo(ChronoUnit.MILLIS))
                                : table.lift(guest.id())))
                        .thenMany(Flux.defer(() -> rooms.ofGuest(guest.id())))
                        .collectList())
                .flatMapIterable(ids -> ids)
                .concatMap(id -> turn(id, Hold.GUEST, on))
                .filter(changed -> changed.id().equals(room.id()))
                .last();
    }

    /// A room with the room behind it: what agents noted is held too.
    private Mono<Room> turn(String room, Hold hold, boolean on) {
        return rooms.locked(room)
                .flatMap(front -> saved(front, hold, on))
                .delayUntil(front -> Mono.justOrEmpty(front.guestSide())
                        .flatMap(side -> rooms.locked(side.backroom()))
                        .flatMap(back -> saved(back, hold, on)));
    }

    private Mono<Room> saved(Room room, Hold hold, boolean on) {
        return room.held().contains(hold) == on ? Mono.just(room) : rooms.save(room.held(hold, on));
    }
}

package chat.parlor.room.erasure;

import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.Room;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Erases rooms with everything that is noted beside them, in the transaction of the caller.
@Component
public class Emptying {

    private final Rooms rooms;
    private final RoomRecords records;

    Emptying(Rooms rooms, RoomRecords records) {
        this.rooms = rooms;
        this.records = records;
    }

    /// Erases a locked room and, of a guest room, the room behind it.
    ///
    /// @return both, the front first
    public Flux<Gone> erase(Room front) {
        return one(front).concatWith(behind(front).flatMap(this::one));
    }

    private Mono<Room> behind(Room front) {
        return Mono.justOrEmpty(front.guestSide()).flatMap(side -> rooms.locked(side.backroom()));
    }

    private Mono<Gone> one(Room room) {
        return records.remove(room.id())
                .then(Mono.defer(() -> rooms.erase(room)))
                .map(version -> new Gone(room.id(), version));
    }
}

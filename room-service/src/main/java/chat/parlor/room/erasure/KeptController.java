package chat.parlor.room.erasure;

import chat.parlor.room.directory.Rooms;
import chat.parlor.room.domain.Room;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// What is kept of a guest's rooms, for whoever gives it out. Only services reach this; guest-service has checked who
/// asks.
@RestController
class KeptController {

    private final Rooms rooms;
    private final RoomRecords records;

    KeptController(Rooms rooms, RoomRecords records) {
        this.rooms = rooms;
        this.records = records;
    }

    record RoomsOfGuest(List<Pair> items) {}

    /// A guest room and the room behind it.
    record Pair(String id, @Nullable String backroom) {

        static Pair of(Room room) {
            var side = room.guestSide();
            return new Pair(room.id(), side == null ? null : side.backroom());
        }
    }

    /// Oldest first.
    @GetMapping("/internal/guests/{guest}/rooms")
    Mono<RoomsOfGuest> of(@PathVariable String guest) {
        return rooms.ofGuest(guest)
                .collectList()
                .flatMapIterable(ids -> ids)
                .concatMap(rooms::find)
                .map(Pair::of)
                .collectList()
                .map(RoomsOfGuest::new);
    }

    /// The rows about a room, by table; empty when there is no such room.
    @GetMapping("/internal/rooms/{room}/records")
    Mono<Map<String, List<JsonNode>>> records(@PathVariable String room) {
        return rooms.find(room).flatMap(found -> records.of(found.id())).defaultIfEmpty(Map.of());
    }
}

package chat.parlor.message.access;

import chat.parlor.chassis.http.ServiceClients;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is known about rooms: first the local copy, which may be late, and on request what room-service knows now.
@Component
public class Rooms {

    private final RoomCopies copies;
    private final ServiceClients services;

    Rooms(RoomCopies copies, ServiceClients services) {
        this.copies = copies;
        this.services = services;
    }

    private record Wanted(Set<String> rooms) {}

    private record Found(List<Room> items) {}

    /// The local copies of `rooms`, by id; rooms that are not known here are missing.
    public Mono<Map<String, Room>> known(Set<String> rooms) {
        return copies.find(rooms).collectMap(Room::id);
    }

    /// Asks room-service about `rooms`, keeps and returns what it knows; rooms that do not exist are missing. Fails
    /// with [RoomsUnavailable] when room-service cannot be asked.
    public Mono<Map<String, Room>> ask(Set<String> rooms) {
        return services.to("room")
                .post()
                .uri("/internal/rooms/lookup")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(new Wanted(rooms))
                .retrieve()
                .bodyToMono(Found.class)
                .map(Found::items)
                .onErrorMap(RoomsUnavailable::new)
                .flatMap(this::keep);
    }

    /// Whether the member with this id may read `room`. Nobody is turned away by old news: before it says no it asks
    /// room-service, and fails when that cannot be asked.
    public Mono<Boolean> mayRead(String room, String member) {
        return copies.find(List.of(room))
                .any(copy -> Rights.in(copy).mayRead(member))
                .filter(allowed -> allowed)
                .switchIfEmpty(Mono.defer(() -> ask(Set.of(room))
                        .map(Map::values)
                        .map(found -> found.stream()
                                .anyMatch(state -> Rights.in(state).mayRead(member)))));
    }

    private Mono<Map<String, Room>> keep(Collection<Room> found) {
        return copies.keep(found)
                .then(Mono.fromSupplier(() -> found.stream().collect(Collectors.toMap(Room::id, room -> room))));
    }
}

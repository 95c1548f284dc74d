package chat.parlor.message.access;

import chat.parlor.chassis.http.ServiceClients;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What is known about rooms: first the local copy, which may be late, and on request what room-service knows now.
@Component
public class Rooms {

    private final RecentRooms recent;
    private final RoomCopies copies;
    private final Supervisors supervisors;
    private final ServiceClients services;

    Rooms(RecentRooms recent, RoomCopies copies, Supervisors supervisors, ServiceClients services) {
        this.recent = recent;
        this.copies = copies;
        this.supervisors = supervisors;
        this.services = services;
    }

    private record Wanted(Set<String> rooms) {}

    private record Found(List<Room> items) {}

    /// The copies of `rooms` that are in memory, by id, if all are.
    public Optional<Map<String, Room>> recall(Set<String> rooms) {
        return recent.recall(rooms);
    }

    /// The stored copies of `rooms`, by id; rooms that are not known here are missing.
    public Mono<Map<String, Room>> known(Set<String> rooms) {
        return copies.find(rooms).collectMap(Room::id).doOnNext(found -> recent.remember(found.values()));
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

    /// Keeps of `room`, which is gone, only that it is: nothing older can take its place.
    public Mono<Void> empty(String room, long version) {
        return keep(List.of(Room.gone(room, version))).then();
    }

    /// Those of `rooms` that the member with this id may read, by the copies, which may be late.
    public Mono<Set<String>> readable(Set<String> rooms, String member) {
        return copies(rooms)
                .flatMap(known -> supervising(known.values(), member)
                        .map(supervising -> readable(known.values(), supervising, member)));
    }

    private static Set<String> readable(Collection<Room> known, Set<String> supervising, String member) {
        return known.stream()
                .filter(room -> Rights.in(room, supervising).mayRead(member))
                .map(Room::id)
                .collect(Collectors.toSet());
    }

    /// Whether the member with this id may read `room`. Nobody is turned away by old news: before it says no it asks
    /// room-service, and fails when that cannot be asked.
    public Mono<Boolean> mayRead(String room, String member) {
        return denial(
                        room,
                        member,
                        rights -> rights.mayRead(member) ? Optional.empty() : Optional.of(Denial.NOT_A_MEMBER))
                .map(Optional::isEmpty);
    }

    /// Why `member` may not do something in `room`; asks room-service before it says so, like
    /// [#mayRead(String, String)].
    public Mono<Optional<Denial>> denial(String room, String member, Function<Rights, Optional<Denial>> question) {
        return copies(Set.of(room))
                .flatMap(known -> answer(known.get(room), member, question))
                .filter(Optional::isEmpty)
                .switchIfEmpty(Mono.defer(
                        () -> ask(Set.of(room)).flatMap(found -> answer(found.get(room), member, question))));
    }

    private Mono<Optional<Denial>> answer(
            @Nullable Room room, String member, Function<Rights, Optional<Denial>> question) {
        return room == null
                ? Mono.just(Optional.of(Denial.NOT_A_MEMBER))
                : supervising(List.of(room), member).map(supervising -> question.apply(Rights.in(room, supervising)));
    }

    private Mono<Map<String, Room>> copies(Set<String> rooms) {
        return Mono.justOrEmpty(recall(rooms)).switchIfEmpty(Mono.defer(() -> known(rooms)));
    }

    /// `member` if it is a supervisor; not asked, and nobody, where that makes no difference.
    private Mono<Set<String>> supervising(Collection<Room> rooms, String member) {
        var matters = rooms.stream().anyMatch(room -> Rights.dependOnSupervising(room, member));
        return supervisors.among(matters ? Set.of(member) : Set.of());
    }

    private Mono<Map<String, Room>> keep(Collection<Room> found) {
        recent.remember(found);
        return copies.keep(found)
                .then(Mono.fromSupplier(() -> found.stream().collect(Collectors.toMap(Room::id, room -> room))));
    }
}

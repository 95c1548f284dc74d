package chat.parlor.guest.rights;

import chat.parlor.chassis.http.ServiceClients;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What the other services keep of a guest. What is handed on as it comes is never whole in memory.
@Component
class Neighbours {

    private static final String ROOM = "room";
    private static final String MESSAGE = "message";

    private final ServiceClients services;

    Neighbours(ServiceClients services) {
        this.services = services;
    }

    private record Holds(boolean held) {}

    private record RoomsOfGuest(List<Pair> items) {}

    /// A guest room and the room behind it.
    record Pair(String id, @Nullable String backroom) {

        Stream<String> both() {
            return Stream.of(id, backroom).filter(Objects::nonNull).map(Objects::requireNonNull);
        }
    }

    /// A file, without what is in it.
    ///
    /// @param name without any path
    record KeptFile(
            String id,
            String name,
            String type,
            long size,
            String uploader,
            String uploadedAt,
            @Nullable Long seq) {}

    Flux<Pair> rooms(String guest) {
        return services.to(ROOM)
                .get()
                .uri("/internal/guests/{guest}/rooms", guest)
                .retrieve()
                .bodyToMono(RoomsOfGuest.class)
                .flatMapIterable(RoomsOfGuest::items);
    }

    /// Whether anything of the guest may not be erased.
    Mono<Boolean> isHeld(String guest) {
        return services.to(ROOM)
                .get()
                .uri("/internal/guests/{guest}/holds", guest)
                .retrieve()
                .bodyToMono(Holds.class)
                .map(Holds::held);
    }

    Flux<DataBuffer> records(String room) {
        return bytes(ROOM, "/internal/rooms/{id}/records", room);
    }

    Flux<DataBuffer> timeline(String room) {
        return bytes(MESSAGE, "/internal/rooms/{id}/originals", room);
    }

    Flux<DataBuffer> reads(String room) {
        return bytes(MESSAGE, "/internal/rooms/{id}/marks?after=", room);
    }

    Flux<KeptFile> files(String room) {
        return services.to(MESSAGE)
                .get()
                .uri("/internal/rooms/{id}/files", room)
                .retrieve()
                .bodyToFlux(KeptFile.class);
    }

    /// Nothing when the file itself is gone: a row without one is swept in a while.
    Flux<DataBuffer> content(String file) {
        return bytes(MESSAGE, "/internal/files/{id}", file)
                .onErrorResume(WebClientResponseException.NotFound.class, gone -> Mono.empty());
    }

    Flux<DataBuffer> presence(String guest) {
        return bytes("presence", "/internal/people/{id}", guest);
    }

    private Flux<DataBuffer> bytes(String service, String path, String id) {
        return services.to(service).get().uri(path, id).retrieve().bodyToFlux(DataBuffer.class);
    }
}

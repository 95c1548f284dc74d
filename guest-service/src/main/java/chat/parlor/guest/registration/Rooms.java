package chat.parlor.guest.registration;

import chat.parlor.chassis.http.ServiceClients;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// What room-service does for guests. Whatever keeps it from answering is [GuestRefusal.RoomsAway].
@Component
class Rooms {

    private static final Logger LOG = LoggerFactory.getLogger(Rooms.class);
    private final WebClient client;

    Rooms(ServiceClients clients) {
        this.client = clients.to("room");
    }

    /// Opens a room of a guest; repeating it changes nothing.
    Mono<JsonNode> open(Beginning beginning) {
        var guest = new RoomWanted.Guest(beginning.guest(), beginning.name());
        return client.put()
                .uri("/internal/rooms/{room}", beginning.room())
                .bodyValue(new RoomWanted(guest, beginning.form().page()))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .onErrorMap(Rooms::away);
    }

    /// The rooms of whoever `credential` belongs to, as room-service shows them to their owner.
    Mono<JsonNode> of(String credential) {
        return client.get()
                .uri("/api/v1/rooms")
                .headers(headers -> headers.set(HttpHeaders.AUTHORIZATION, credential))
                .retrieve()
                .bodyToMono(JsonNode.class)
                .map(page -> page.path("items"))
                .onErrorMap(Rooms::away);
    }

    /// The guest's room that goes on, else the one that was begun last; empty when there is none.
    Mono<JsonNode> newest(String guest) {
        return client.get()
                .uri("/internal/rooms?guest={guest}", guest)
                .retrieve()
                .bodyToMono(RoomsOfGuest.class)
                .onErrorMap(Rooms::away)
                .flatMap(page -> Mono.justOrEmpty(page.newest()));
    }

    private static Throwable away(Throwable failure) {
        LOG.warn("room-service does not answer: {}", failure.toString());
        return new GuestRefusal.RoomsAway();
    }

    /// @param items oldest first
    private record RoomsOfGuest(List<JsonNode> items) {

        private Optional<JsonNode> newest() {
            return items.reversed().stream()
                    .filter(room -> !"closed".equals(room.path("status").asString()))
                    .findFirst()
                    .or(() -> items.reversed().stream().findFirst());
        }
    }

    private record RoomWanted(Guest guest, @Nullable String page) {
        private record Guest(String id, String name) {}
    }
}

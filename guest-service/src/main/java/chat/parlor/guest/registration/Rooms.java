package chat.parlor.guest.registration;

import chat.parlor.chassis.http.ServiceClients;
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

    /// Opens the guest's first room; repeating it changes nothing.
    Mono<JsonNode> open(Registration registration) {
        var guest = new RoomWanted.Guest(registration.id(), registration.name());
        return client.put()
                .uri("/internal/rooms/{room}", registration.room())
                .bodyValue(new RoomWanted(guest, registration.form().page()))
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

    private static Throwable away(Throwable failure) {
        LOG.warn("room-service does not answer: {}", failure.toString());
        return new GuestRefusal.RoomsAway();
    }

    private record RoomWanted(Guest guest, @Nullable String page) {
        private record Guest(String id, String name) {}
    }
}

package chat.parlor.ai.desk;

import chat.parlor.chassis.http.ServiceClients;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/// Asks room-service about rooms whose news is late.
@Component
class RoomLookup {

    private final WebClient client;

    RoomLookup(ServiceClients clients) {
        this.client = clients.to("room");
    }

    private record Wanted(Collection<String> rooms) {}

    private record Found(List<RoomState> items) {}

    /// The state of each of `rooms` that exists, in one call.
    Mono<List<RoomState>> of(Collection<String> rooms) {
        return client.post()
                .uri("/internal/rooms/lookup")
                .bodyValue(new Wanted(rooms))
                .retrieve()
                .bodyToMono(Found.class)
                .map(Found::items);
    }
}

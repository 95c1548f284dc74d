package chat.parlor.guest.visitor;

import chat.parlor.chassis.http.ServiceClients;
import chat.parlor.chassis.identity.Caller;
import chat.parlor.guest.visitor.Visitor.Conversation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/// What room-service knows of a visitor. Who may see a room is decided there.
@Component
class VisitorRooms {

    private static final Logger LOG = LoggerFactory.getLogger(VisitorRooms.class);
    private static final String SUPERVISOR = "supervisor";
    private final WebClient client;

    VisitorRooms(ServiceClients clients) {
        this.client = clients.to("room");
    }

    private record Named(String id) {}

    private record Shown(@Nullable Named guest) {}

    private record Wanted(List<String> rooms) {}

    private record States(List<State> items) {}

    /// @param status none where it is no guest's room any more
    /// @param keeper the only agent, besides supervisors, who may read it; null: any
    private record State(
            String id, @Nullable String status, @Nullable String keeper, Instant createdAt) {

        boolean isFor(Caller staff) {
            return status != null && (keeper == null || keeper.equals(staff.id()) || staff.has(SUPERVISOR));
        }
    }

    /// Whose room it is. Fails with [VisitorRefusal.NotAMember], [VisitorRefusal.NoVisitor] or
    /// [VisitorRefusal.RoomsAway].
    ///
    /// @param credential of who asks
    Mono<String> guestOf(String room, String credential) {
        return client.get()
                .uri("/api/v1/rooms/{room}", room)
                .headers(headers -> headers.set(HttpHeaders.AUTHORIZATION, credential))
                .retrieve()
                .bodyToMono(Shown.class)
                .onErrorMap(VisitorRooms::refusal)
                .flatMap(shown -> Mono.justOrEmpty(shown.guest()))
                .map(Named::id)
                .switchIfEmpty(Mono.error(VisitorRefusal.NoVisitor::new));
    }

    /// Those that are still there and that `reader` may read, the newest first. Fails with [VisitorRefusal.RoomsAway].
    Mono<List<Conversation>> conversations(List<String> rooms, Caller reader) {
        return client.post()
                .uri("/internal/rooms/lookup")
                .bodyValue(new Wanted(rooms))
                .retrieve()
                .bodyToMono(States.class)
                .onErrorMap(VisitorRooms::refusal)
                .map(States::items)
                .map(states -> shown(states, reader));
    }

    private static List<Conversation> shown(List<State> states, Caller reader) {
        return states.stream()
                .filter(state -> state.isFor(reader))
                .map(state -> new Conversation(state.id(), Objects.requireNonNull(state.status()), state.createdAt()))
                .sorted(Comparator.comparing(Conversation::createdAt).reversed())
                .toList();
    }

    private static Throwable refusal(Throwable failure) {
        if (failure instanceof WebClientResponseException.Forbidden) {
            return new VisitorRefusal.NotAMember();
        }
        LOG.warn("room-service does not answer: {}", failure.toString());
        return new VisitorRefusal.RoomsAway();
    }
}

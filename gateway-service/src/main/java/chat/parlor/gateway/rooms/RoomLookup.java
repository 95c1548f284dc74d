package chat.parlor.gateway.rooms;

import chat.parlor.chassis.http.ServiceClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Asks room-service for rooms. One call is under way at a time; what is asked meanwhile goes into the next one, so
/// that a storm of questions becomes a handful of calls.
@Component
class RoomLookup {

    private static final int MOST_IN_A_CALL = 100;
    private static final int MOST_WAITING = 20_000;
    private static final int LARGEST_ANSWER = 16 * 1024 * 1024;

    private final WebClient client;
    private final RoomsProperties properties;
    /// The rooms asked for and not yet answered.
    private final Map<String, Sinks.One<RoomState>> waiting = new ConcurrentHashMap<>();
    /// Those of them that are in no call yet.
    private final Queue<String> queue = new ConcurrentLinkedQueue<>();
    /// Whether a call is under way.
    private final AtomicBoolean calling = new AtomicBoolean();

    RoomLookup(ServiceClients clients, RoomsProperties properties) {
        this.properties = properties;
        this.client = clients.to("room")
                .mutate()
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .build();
    }

    private record Question(List<String> rooms) {}

    private record Answer(List<RoomState> items) {}

    /// The room's present state.
    ///
    /// @return empty when there is no such room; fails when room-service does not answer or too many ask
    Mono<RoomState> find(String room) {
        return Mono.defer(() -> {
            if (waiting.size() >= MOST_WAITING) {
                return Mono.error(new IllegalStateException("rooms waiting for an answer: " + MOST_WAITING));
            }
            var answer = waiting.computeIfAbsent(room, this::enqueue);
            call();
            return answer.asMono().timeout(properties.lookupTimeout());
        });
    }

    private Sinks.One<RoomState> enqueue(String room) {
        queue.add(room);
        return Sinks.one();
    }

    private void call() {
        if (queue.isEmpty() || !calling.compareAndSet(false, true)) {
            return;
        }
        var rooms = next();
        ask(rooms)
                .doFinally(end -> {
                    calling.set(false);
                    call();
                })
                .subscribe(found -> settle(rooms, found), failure -> fail(rooms, failure));
    }

    private List<String> next() {
        var rooms = new ArrayList<String>();
        for (var room = queue.poll(); room != null; room = queue.poll()) {
            rooms.add(room);
            if (rooms.size() == MOST_IN_A_CALL) {
                break;
            }
        }
        return rooms;
    }

    private Mono<Map<String, RoomState>> ask(List<String> rooms) {
        if (rooms.isEmpty()) {
            return Mono.just(Map.of());
        }
        return client.post()
                .uri("/internal/rooms/lookup")
                .bodyValue(new Question(rooms))
                .retrieve()
                .bodyToMono(Answer.class)
                .map(answer -> answer.items().stream()
                        .collect(Collectors.toMap(RoomState::id, Function.identity(), (one, other) -> other)));
    }

    private void settle(List<String> rooms, Map<String, RoomState> found) {
        for (var room : rooms) {
            var sink = waiting.remove(room);
            var state = found.get(room);
            if (sink != null && state != null) {
                sink.tryEmitValue(state);
            } else if (sink != null) {
                sink.tryEmitEmpty();
            }
        }
    }

    private void fail(List<String> rooms, Throwable failure) {
        for (var room : rooms) {
            var sink = waiting.remove(room);
            if (sink != null) {
                sink.tryEmitError(failure);
            }
        }
    }
}

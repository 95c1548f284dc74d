package chat.parlor.gateway.feed;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.Disposable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program outside that follows the feed, and keeps what it was told.
final class EventStream implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ParameterizedTypeReference<ServerSentEvent<String>> EVENT =
            new ParameterizedTypeReference<>() {};

    private final List<ServerSentEvent<String>> told = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> end = new AtomicReference<>("");
    private final Disposable reading;
    private final JsonMapper json = JsonMapper.builder().build();

    private EventStream(int port, String token, String query) {
        this.reading = WebClient.create("http://127.0.0.1:" + port)
                .get()
                .uri("/api/v1/events" + query)
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .bodyToFlux(EVENT)
                .subscribe(told::add, this::failed, () -> end.set("completed"));
    }

    /// Follows from a position on, and waits until it is let in.
    static EventStream behind(long position, int port, String token) {
        return of(port, token, "?after=" + position).begun();
    }

    /// Follows from now on, and waits until it is let in.
    static EventStream fromNow(int port, String token) {
        return of(port, token, "").begun();
    }

    /// Asks, whatever is answered.
    static EventStream of(int port, String token, String query) {
        return new EventStream(port, token, query);
    }

    private EventStream begun() {
        await().atMost(PATIENCE).until(() -> !told.isEmpty());
        return this;
    }

    private void failed(Throwable failure) {
        end.set(
                failure instanceof WebClientResponseException refused
                        ? refused.getResponseBodyAsString()
                        : failure.toString());
    }

    List<Long> positions() {
        return events().stream()
                .map(event -> Long.valueOf(Objects.requireNonNull(event.id())))
                .toList();
    }

    List<JsonNode> bodies() {
        return events().stream().map(event -> json.readTree(event.data())).toList();
    }

    List<String> texts() {
        return bodies().stream()
                .map(body -> body.get("data").path("text").asString(""))
                .toList();
    }

    /// How many signs of life there were.
    long signsOfLife() {
        return told.stream().filter(event -> event.comment() != null).count();
    }

    EventStream until(int events) {
        await().atMost(PATIENCE).until(() -> events().size() >= events);
        return this;
    }

    /// `completed`, or the problem with which it was refused; empty while it goes on.
    String end() {
        await().atMost(PATIENCE).until(() -> !end.get().isEmpty());
        return end.get();
    }

    private List<ServerSentEvent<String>> events() {
        return told.stream().filter(event -> event.data() != null).toList();
    }

    @Override
    public void close() {
        reading.dispose();
    }
}

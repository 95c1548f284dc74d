package chat.parlor.gateway.testing;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/// A service behind the gateway: notes what it is asked and answers what the test says.
public final class FakeService {

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final DisposableServer server;

    public FakeService() {
        this.server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> request.receive()
                        .aggregate()
                        .asString()
                        .defaultIfEmpty("")
                        .flatMap(body -> Mono.from(answer(request, response, body))))
                .bindNow();
    }

    /// A request as it arrived.
    public record Asked(String method, String uri, Map<String, String> headers, String body) {}

    /// What to answer, after a while.
    public record Answer(int status, String json, Map<String, String> headers, Duration after) {

        public static Answer of(int status, String json) {
            return new Answer(status, json, Map.of(), Duration.ZERO);
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /// Answers requests to `path` with `answer`; all others get 200 and an empty object.
    public void answer(String path, Answer answer) {
        answers.put(path, answer);
    }

    /// What was asked at `path`, the newest last.
    public List<Asked> askedAt(String path) {
        return asked.stream().filter(one -> path(one.uri()).equals(path)).toList();
    }

    public void stop() {
        server.disposeNow(Duration.ofSeconds(60));
    }

    private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response, String body) {
        var headers = new ConcurrentHashMap<String, String>();
        request.requestHeaders()
                .forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        asked.add(new Asked(request.method().name(), request.uri(), Map.copyOf(headers), body));
        var answer = answers.getOrDefault(path(request.uri()), Answer.of(200, "{}"));
        answer.headers().forEach(response::addHeader);
        var sent = response.status(answer.status())
                .header("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json")
                .sendString(Mono.just(answer.json()))
                .then();
        return answer.after().isZero() ? sent : Mono.delay(answer.after()).then(sent);
    }

    private static String path(String uri) {
        var query = uri.indexOf('?');
        return query < 0 ? uri : uri.substring(0, query);
    }
}

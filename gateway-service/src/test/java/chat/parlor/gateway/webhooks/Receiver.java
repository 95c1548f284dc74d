package chat.parlor.gateway.webhooks;

import static org.awaitility.Awaitility.await;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.ToIntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program outside that is told what happens, over real HTTP.
final class Receiver implements Closeable {

    static final int HANGS = 0;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JsonMapper json = JsonMapper.builder().build();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final DisposableServer server =
            HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();
    /// What is answered to what; `HANGS` for nothing.
    private volatile ToIntFunction<Told> answers = one -> 204;

    /// A delivery as it arrived.
    record Told(String id, String timestamp, String signature, String raw, JsonNode body, int answered) {

        String text() {
            return body.get("data").path("text").asString("");
        }

        String room() {
            return body.get("data").path("room").asString("");
        }

        /// Whether it is signed with `secret`, reckoned as a receiver would.
        boolean isSignedWith(String secret) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(
                        Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
                var expected = mac.doFinal((id + "." + timestamp + "." + raw).getBytes(StandardCharsets.UTF_8));
                return signature.equals("v1," + Base64.getEncoder().encodeToString(expected));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.port() + "/hook";
    }

    int port() {
        return server.port();
    }

    void answer(ToIntFunction<Told> answers) {
        this.answers = answers;
    }

    List<Told> told() {
        return told;
    }

    /// Those it took, in the order in which they came.
    List<String> taken() {
        return told.stream()
                .filter(one -> one.answered() == 204)
                .map(Told::text)
                .toList();
    }

    Receiver until(int deliveries) {
        await().atMost(PATIENCE).until(() -> told.size() >= deliveries);
        return this;
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().flatMap(raw -> {
            var one = told(request, raw, 0);
            var status = answers.applyAsInt(one);
            told.add(told(request, raw, status));
            return status == HANGS
                    ? Mono.never()
                    : response.status(status).send().then();
        });
    }

    private Told told(HttpServerRequest request, String raw, int answered) {
        return new Told(
                header(request, "webhook-id"),
                header(request, "webhook-timestamp"),
                header(request, "webhook-signature"),
                raw,
                json.readTree(raw),
                answered);
    }

    private static String header(HttpServerRequest request, String name) {
        return Objects.requireNonNullElse(request.requestHeaders().get(name), "");
    }

    @Override
    public void close() {
        server.disposeNow(PATIENCE);
    }
}

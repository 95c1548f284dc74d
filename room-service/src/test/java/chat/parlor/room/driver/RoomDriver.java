package chat.parlor.room.driver;

import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.chassis.test.TestTopics;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks to the service over HTTP as anybody, and over topics as its neighbours.
public final class RoomDriver {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private final Environment environment;
    private final TestTokens tokens;
    private final TestTopics topics;
    private @Nullable WebTestClient client;

    RoomDriver(Environment environment, TestTokens tokens, TestTopics topics) {
        this.environment = environment;
        this.tokens = tokens;
        this.topics = topics;
    }

    /// What came back.
    public record Answer(int status, JsonNode body) {
        public String code() {
            return body.path("code").asString("");
        }

        public String text(String field) {
            return body.path(field).asString("");
        }
    }

    /// Whose name an id tells: `a_ada` is Ada.
    public static String nameOf(String id) {
        return id.substring(2, 3).toUpperCase(Locale.ROOT) + id.substring(3);
    }

    /// An account with the role of an agent.
    public String agent(String id) {
        return tokens.account(id, nameOf(id), "agent");
    }

    public String supervisor(String id) {
        return tokens.account(id, nameOf(id), "supervisor");
    }

    public String administrator(String id) {
        return tokens.account(id, nameOf(id), "administrator");
    }

    public String guest(String id) {
        return tokens.guest(id, nameOf(id));
    }

    public TestTokens tokens() {
        return tokens;
    }

    public TestTopics topics() {
        return topics;
    }

    public Answer get(String token, String path) {
        return call(HttpMethod.GET, token, path, null);
    }

    public Answer post(String token, String path, @Nullable Object body) {
        return call(HttpMethod.POST, token, path, body);
    }

    /// Calls `path` below `/api/v1/rooms`, or as it is when it begins elsewhere.
    public Answer call(HttpMethod method, String token, String path, @Nullable Object body) {
        var where = path.startsWith("/internal") || path.startsWith("/api") ? path : "/api/v1/rooms" + path;
        var request = client().method(method)
                .uri(URI.create(address() + where))
                .headers(headers -> headers.setBearerAuth(token));
        if (body != null) {
            request.header("Content-Type", "application/json").bodyValue(JSON.writeValueAsString(body));
        }
        var result = request.exchange().expectBody(String.class).returnResult();
        var text = result.getResponseBody();
        var type = result.getResponseHeaders().getContentType();
        var isJson = type != null && type.getSubtype().endsWith("json");
        return new Answer(
                result.getStatus().value(),
                text == null || text.isEmpty() || !isJson ? JSON.createObjectNode() : JSON.readTree(text));
    }

    /// A new guest room of the guest `g_gil`; answers its id.
    public String guestRoom() {
        return guestRoom("g_gil");
    }

    public String guestRoom(String guest) {
        var room = Ids.random("r_");
        var body = Map.of("guest", Map.of("id", guest, "name", nameOf(guest)), "page", "https://shop.example/basket");
        var answer = call(HttpMethod.PUT, tokens.service(), "/internal/rooms/" + room, body);
        if (answer.status() != 200) {
            throw new IllegalStateException("no guest room: " + answer);
        }
        return room;
    }

    public Event sent(String room, long seq, String author, String text) {
        return sent(room, seq, author, text, Instant.now());
    }

    /// The message that takes place `seq`, in a timeline of messages alone.
    public Event sent(String room, long seq, String author, String text, Instant at) {
        var body = new HashMap<String, Object>();
        body.put(
                "author",
                Map.of("id", author, "kind", author.startsWith("g_") ? "guest" : "account", "name", nameOf(author)));
        body.put("at", at.truncatedTo(ChronoUnit.MILLIS).toString());
        body.put("text", text);
        body.put("ordinal", seq);
        body.put("id", "m" + seq);
        return entry("message.sent.v1", room, seq, body);
    }

    public Event entry(String type, String room, long seq, Map<String, Object> more) {
        var body = new HashMap<>(more);
        body.put("room", room);
        body.put("epoch", 1);
        body.put("seq", seq);
        return Event.of("message.sent", room, type, body);
    }

    public Event read(String room, String member, long ordinal) {
        return Event.of(
                "message.read",
                room,
                "message.read.v1",
                Map.of("room", room, "member", member, "seq", ordinal, "ordinal", ordinal));
    }

    public Event presence(String account, String status) {
        return Event.of(
                "presence.changed",
                account,
                "presence.changed.v1",
                Map.of("member", account, "kind", "account", "name", nameOf(account), "status", status));
    }

    /// The sum of all series of a metric as Prometheus sees it.
    public double metric(String name) {
        var page = client().get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(page)
                .lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /// Waits until every loop reads: those that hear of things only from now on would miss what is published before.
    public void awaitLoops() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> client().get()
                        .uri("/actuator/health/readiness")
                        .exchange()
                        .expectStatus()
                        .isOk());
    }

    /// Where the service listens.
    public String address() {
        return "http://127.0.0.1:" + environment.getProperty("local.server.port");
    }

    private synchronized WebTestClient client() {
        if (client == null) {
            client = WebTestClient.bindToServer()
                    .baseUrl(address())
                    .responseTimeout(PATIENCE)
                    .build();
        }
        return client;
    }
}

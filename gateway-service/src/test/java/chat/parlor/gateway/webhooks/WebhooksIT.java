package chat.parlor.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.neighbours.FakeRooms;
import chat.parlor.gateway.neighbours.GatewayUnderTest;
import chat.parlor.gateway.neighbours.Neighbours;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@ServiceIT({
    "spring.config.name=gateway-service",
    "parlor.gateway.admission.handshakes=1000",
    "parlor.gateway.egress.http=true",
    "parlor.gateway.egress.private-addresses=127.0.0.1",
    "parlor.gateway.egress.answer=2s",
    "parlor.gateway.webhooks.look=50ms",
    "parlor.gateway.webhooks.lease=1h",
    "parlor.gateway.webhooks.most=3"
})
class WebhooksIT extends GatewayUnderTest {

    private static final String ROOT = "a_root*";
    private static final String PATH = "/api/v1/webhooks";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    Dispatcher dispatcher;

    @Autowired
    Fanout fanout;

    @Autowired
    DeliveryStore deliveries;

    private final Receiver receiver = new Receiver();
    WebTestClient client = WebTestClient.bindToServer().build();
    String room = "";

    @BeforeEach
    void prepare() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(PATIENCE)
                .build();
        room = guestRoom();
    }

    @AfterEach
    void removeAll() {
        items(PATH)
                .forEach(one -> as(ROOT, HttpMethod.DELETE, "/" + one.get("id").asString()));
        receiver.close();
    }

    @Test
    void whatHappensIsToldSignedAndOnce() {
        var issued = register(receiver.url());
        var secret = issued.get("secret").asString();

        say(room, "hello");
        say(Neighbours.ROOMS.put(room + "b", "backroom", 1, "write", ADA), "a note");
        say(room, "again");
        receiver.until(2);

        assertThat(receiver.taken()).containsExactly("hello", "again");
        assertThat(receiver.told()).allSatisfy(one -> {
            assertThat(one.isSignedWith(secret)).isTrue();
            assertThat(one.isSignedWith("whsec_" + "A".repeat(43) + "=")).isFalse();
            assertThat(one.body().get("type").asString()).isEqualTo("message.sent");
        });
        assertThat(items(PATH).toString()).doesNotContain(secret);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(states(id(issued))).containsOnly("done"));
        assertThat(newest(id(issued)).get("lastStatus").asInt()).isEqualTo(204);
    }

    @Test
    void roomKeepsItsOrderWhileItsFirstFailsAndOthersGoOn() {
        register(receiver.url());
        var other = guestRoom();
        receiver.answer(one -> one.text().equals("first") ? 500 : 204);

        say(room, "first");
        receiver.until(1);
        say(room, "second");
        say(other, "elsewhere");
        receiver.until(2);
        assertThat(receiver.taken()).containsExactly("elsewhere");

        receiver.answer(one -> 204);
        Neighbours.CLOCK.advance(Duration.ofMinutes(1));
        receiver.until(4);

        assertThat(receiver.taken()).containsExactly("elsewhere", "first", "second");
        assertThat(receiver.told().get(0).id()).isEqualTo(receiver.told().get(2).id());
    }

    @Test
    void silenceIsAFailureAndTriedAgain() {
        var webhook = id(register(receiver.url()));
        receiver.answer(one -> Receiver.HANGS);

        say(room, "anybody there?");
        receiver.until(1);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(newest(webhook).path("lastError").asString(""))
                                .isEqualTo("timeout"));
        receiver.answer(one -> 204);
        Neighbours.CLOCK.advance(Duration.ofMinutes(1));
        receiver.until(2);

        assertThat(receiver.taken()).containsExactly("anybody there?");
    }

    @Test
    void restartLosesNothing() {
        register(receiver.url());
        receiver.answer(one -> 503);
        say(room, "one");
        receiver.until(1);

        dispatcher.stop();
        say(room, "two");
        say(room, "three");
        receiver.answer(one -> 204);
        dispatcher.start();
        Neighbours.CLOCK.advance(Duration.ofMinutes(1));
        receiver.until(4);

        assertThat(receiver.taken()).containsExactly("one", "two", "three");
    }

    @Test
    void deliveryWhoseSenderDiedGoesOutAgainUnderTheSameId() {
        var webhook = id(register(receiver.url()));
        dispatcher.stop();
        say(room, "taken and never heard of again");
        await().atMost(PATIENCE).until(() -> {
            fanout.readOn().block(PATIENCE);
            return !items(PATH + "/" + webhook + "/deliveries").isEmpty();
        });
        var now = Neighbours.CLOCK.instant();
        var taken = Objects.requireNonNull(deliveries
                .claim(now, now.plus(Duration.ofHours(1)), List.of(), 4, 4)
                .blockFirst(PATIENCE));

        dispatcher.start();
        say(guestRoom(), "elsewhere");
        receiver.until(1);
        assertThat(receiver.taken()).containsExactly("elsewhere");
        Neighbours.CLOCK.advance(Duration.ofHours(1));
        receiver.until(2);

        assertThat(receiver.told().getLast().id()).isEqualTo(taken.id());
    }

    @Test
    void deliveryIsSentAgainByHand() {
        var webhook = id(register(receiver.url()));
        say(room, "hello");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(states(webhook)).containsExactly("done"));
        var delivery = newest(webhook).get("id").asString();

        as(ROOT, HttpMethod.POST, "/" + webhook + "/deliveries/" + delivery + "/again")
                .expectStatus()
                .isAccepted();
        receiver.until(2);

        assertThat(receiver.told()).extracting(Receiver.Told::id).containsExactly(delivery, delivery);
        as(ROOT, HttpMethod.POST, "/" + webhook + "/deliveries/wd_none/again")
                .expectStatus()
                .isNotFound();
    }

    @Test
    void webhookThatFailsForLongIsPausedAndGoesOnWhenResumed() {
        var webhook = id(register(receiver.url()));
        receiver.answer(one -> 500);
        say(room, "hello");
        receiver.until(1);
        await().atMost(PATIENCE).until(() -> only().has("failingSince"));

        Neighbours.CLOCK.advance(Duration.ofDays(3));
        await().atMost(PATIENCE).until(() -> only().get("state").asString().equals("failing"));
        var tried = receiver.told().size();
        as(ROOT, HttpMethod.POST, "/" + webhook + "/test").expectStatus().isAccepted();
        receiver.until(tried + 1);
        assertThat(receiver.told().getLast().body().get("type").asString()).isEqualTo("webhook.test");

        receiver.answer(one -> 204);
        as(ROOT, HttpMethod.POST, "/" + webhook + "/resume").expectStatus().isOk();
        receiver.until(tried + 2);

        assertThat(receiver.taken()).containsExactly("hello");
        assertThat(only().get("state").asString()).isEqualTo("active");
    }

    @Test
    void pausedWebhookIsToldLaterWhatItMissed() {
        var webhook = id(register(receiver.url()));
        as(ROOT, HttpMethod.POST, "/" + webhook + "/pause").expectStatus().isOk();
        say(room, "while you were away");
        as(ROOT, HttpMethod.POST, "/" + webhook + "/resume").expectStatus().isOk();

        receiver.until(1);

        assertThat(receiver.taken()).containsExactly("while you were away");
    }

    @Test
    void addressesInsideAreRefused() {
        for (var url : List.of(
                "http://10.0.0.1/hook", "http://127.0.0.2:" + receiver.port() + "/", "http://[::1]/", "gopher://x/")) {
            as(ROOT, HttpMethod.POST, "", wanted(url))
                    .expectStatus()
                    .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("url");
        }
        as(ROOT, HttpMethod.POST, "", Map.of("url", receiver.url(), "types", List.of("everything")))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void newSecretSignsFromThenOn() {
        var issued = register(receiver.url());
        var renewed = body(as(ROOT, HttpMethod.POST, "/" + id(issued) + "/secret"));

        say(room, "hello");
        receiver.until(1);

        assertThat(receiver.told().getFirst().isSignedWith(renewed.get("secret").asString()))
                .isTrue();
        assertThat(receiver.told().getFirst().isSignedWith(issued.get("secret").asString()))
                .isFalse();
    }

    @Test
    void onlyAdministratorsAndKeysForItManageWebhooks() {
        var webhook = id(register(receiver.url()));
        var routes = Map.of(
                "/" + webhook + "/pause", 200,
                "/" + webhook + "/resume", 200,
                "/" + webhook + "/secret", 200,
                "/" + webhook + "/test", 202);
        for (var token : List.of(ADA, GRACE, "k_other:events.read")) {
            as(token, HttpMethod.GET, "").expectStatus().isForbidden();
            as(token, HttpMethod.GET, "/" + webhook + "/deliveries")
                    .expectStatus()
                    .isForbidden();
            as(token, HttpMethod.POST, "", wanted(receiver.url()))
                    .expectStatus()
                    .isForbidden();
            as(token, HttpMethod.PUT, "/" + webhook, wanted(receiver.url()))
                    .expectStatus()
                    .isForbidden();
            as(token, HttpMethod.DELETE, "/" + webhook).expectStatus().isForbidden();
            routes.keySet()
                    .forEach(route ->
                            as(token, HttpMethod.POST, route).expectStatus().isForbidden());
        }
        client.get().uri(PATH).exchange().expectStatus().isUnauthorized();
        var key = "k_manager:webhooks.manage";
        as(key, HttpMethod.GET, "").expectStatus().isOk();
        as(key, HttpMethod.PUT, "/" + webhook, wanted(receiver.url()))
                .expectStatus()
                .isOk();
        routes.forEach((route, status) ->
                as(key, HttpMethod.POST, route).expectStatus().isEqualTo(status));
        as(key, HttpMethod.DELETE, "/" + webhook).expectStatus().isNoContent();
        as(key, HttpMethod.DELETE, "/" + webhook).expectStatus().isNotFound();
    }

    private static String guestRoom() {
        return Neighbours.ROOMS.put(FakeRooms.newRoom(), "guest", 1, "read", GRACE);
    }

    private void say(String where, String text) {
        topics.publish(Neighbours.TIMELINES.store(where, GRACE, "m" + text.hashCode(), text));
    }

    private JsonNode register(String url) {
        return body(as(ROOT, HttpMethod.POST, "", wanted(url)));
    }

    private static Map<String, ?> wanted(String url) {
        return Map.of("url", url, "types", List.of("message.sent", "room.changed"));
    }

    private static String id(JsonNode issued) {
        return issued.get("webhook").get("id").asString();
    }

    private JsonNode only() {
        return items(PATH).get(0);
    }

    private JsonNode newest(String webhook) {
        return items(PATH + "/" + webhook + "/deliveries").get(0);
    }

    private List<String> states(String webhook) {
        return items(PATH + "/" + webhook + "/deliveries")
                .valueStream()
                .map(one -> one.get("state").asString())
                .toList();
    }

    private JsonNode items(String path) {
        return body(as(ROOT, HttpMethod.GET, path.substring(PATH.length()))).get("items");
    }

    private WebTestClient.ResponseSpec as(String token, HttpMethod method, String path) {
        return as(token, method, path, Map.of());
    }

    private WebTestClient.ResponseSpec as(String token, HttpMethod method, String path, Map<String, ?> body) {
        var asked = client.method(method).uri(PATH + path).headers(headers -> headers.setBearerAuth(token));
        return (body.isEmpty() ? asked : asked.bodyValue(body)).exchange();
    }

    private static JsonNode body(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .is2xxSuccessful()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }
}

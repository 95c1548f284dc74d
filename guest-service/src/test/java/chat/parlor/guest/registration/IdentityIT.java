package chat.parlor.guest.registration;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import com.nimbusds.jose.JWSAlgorithm;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

@ServiceIT({"spring.config.name=guest-service", "parlor.guest.starts-per-hour=100"})
class IdentityIT {

    private static final RoomStandIn ROOMS = new RoomStandIn();
    private static final String SETTINGS = "/api/v1/settings/identity";

    private final TestTokens tokens;
    private final DatabaseClient database;
    private final WebTestClient web;
    private String secret = "";

    IdentityIT(@Autowired TestTokens tokens, @Autowired DatabaseClient database, @LocalServerPort int port) {
        this.tokens = tokens;
        this.database = database;
        this.web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Patience.LIMIT)
                .build();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OtherServicesTopics {
        @Bean
        NewTopic messageSend(Topics topics) {
            return topics.kept("message.send", Duration.ofHours(1));
        }
    }

    @DynamicPropertySource
    static void rooms(DynamicPropertyRegistry properties) {
        properties.add("parlor.services.room.url", ROOMS::url);
    }

    @BeforeEach
    void aKey() {
        secret = made("none").path("secret").asString();
    }

    @AfterAll
    static void close() {
        ROOMS.close();
    }

    @Test
    void theSameSubjectIsTheSameGuestInEveryBrowser() {
        var subject = Ids.random("u_");
        var one = recognized(Signed.by(secret, Map.of("sub", subject, "name", "Ada", "email", "ada@example.com")));
        var room = begun(one, "Hello").path("room").path("id").asString();

        var other = recognized(Signed.by(secret, Map.of("sub", subject, "name", "Ada King")));

        assertThat(other.path("guest").path("id")).isEqualTo(one.path("guest").path("id"));
        assertThat(other.path("guest").path("name").asString()).isEqualTo("Ada King");
        assertThat(other.path("guest").path("email").asString()).isEqualTo("ada@example.com");
        assertThat(other.path("room").path("id").asString()).isEqualTo(room);
        assertThat(one.path("room").isMissingNode()).isTrue();
        assertThat(Stream.of(one, other).map(this::holder)).containsOnly(idOf(one));
    }

    @Test
    void firstVisitsAtOnceMakeOneGuestWithOneRoom() {
        var token = Signed.by(secret, Map.of("sub", Ids.random("u_")));

        var visits = atOnce(() -> recognized(token));
        var rooms = atOnce(() -> begun(visits.getFirst(), "Hello"));

        assertThat(visits.stream().map(IdentityIT::idOf).distinct()).hasSize(1);
        assertThat(visits.stream().map(visit -> visit.path("token").asString()).distinct())
                .hasSize(8);
        assertThat(rooms.stream().map(begun -> begun.path("room").path("id")).distinct())
                .hasSize(1);
    }

    @Test
    void anAnonymousConversationBecomesThatOfAPersonWhoWasNeverHere() {
        var anonymous = started();
        var token = Signed.by(secret, Map.of("sub", Ids.random("u_"), "name", "Ada King"));

        var known = recognized(token, as(anonymous));

        assertThat(idOf(known)).isEqualTo(idOf(anonymous));
        assertThat(known.path("room").path("id"))
                .isEqualTo(anonymous.path("room").path("id"));
        assertThat(known.path("guest").path("email").asString()).isEqualTo("ada@example.com");
        assertThat(holder(known)).isEqualTo(idOf(anonymous));
        assertThat(idOf(recognized(token))).isEqualTo(idOf(anonymous));
        assertThat(recognized(token, as(known)).path("token").isMissingNode()).isTrue();
        post("/internal/tokens", Map.of("token", anonymous.path("token").asString()), tokens.service())
                .expectStatus()
                .isNotFound();
    }

    @Test
    void anAnonymousConversationIsLeftAloneWhenThePersonWasHereBefore() {
        var token = Signed.by(secret, Map.of("sub", Ids.random("u_")));
        var before = recognized(token);
        var anonymous = started();

        var known = recognized(token, as(anonymous));

        assertThat(idOf(known)).isEqualTo(idOf(before)).isNotEqualTo(idOf(anonymous));
        assertThat(holder(anonymous)).isEqualTo(idOf(anonymous));
    }

    @Test
    void somebodyElseInTheSameBrowserIsSomebodyElse() {
        var ada = recognized(Signed.by(secret, Map.of("sub", Ids.random("u_"), "email", "same@example.com")));

        var eve = recognized(Signed.by(secret, Map.of("sub", Ids.random("u_"), "email", "same@example.com")), as(ada));

        assertThat(idOf(eve)).isNotEqualTo(idOf(ada));
        assertThat(holder(eve)).isEqualTo(idOf(eve));
    }

    @Test
    void afterItsEndAConversationHasANextOfTheSameGuest() {
        var known = recognized(Signed.by(secret, Map.of("sub", Ids.random("u_"))));
        var first = begun(known, "Hello").path("room").path("id").asString();
        assertThat(begun(known, "Still here").path("room").path("id").asString())
                .isEqualTo(first);
        ROOMS.close(first);

        var next = begun(known, "Again").path("room").path("id").asString();

        assertThat(next).isNotEqualTo(first);
    }

    @Test
    void badTokensAreRefusedByName() {
        var ada = Map.of("sub", "u_1");
        var none = Base64.getUrlEncoder().withoutPadding();
        var unsigned = none.encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + none.encodeToString("{\"sub\":\"u_1\",\"exp\":4102444800}".getBytes(StandardCharsets.UTF_8)) + ".";
        var endless = new HashMap<String, Object>(ada);
        endless.put("exp", null);

        refused("", "identity-malformed");
        refused("a.b.c", "identity-malformed");
        refused(unsigned, "identity-malformed");
        refused(Signed.by(secret + secret, JWSAlgorithm.HS512, ada, Duration.ofMinutes(5)), "identity-algorithm");
        refused(Signed.by(Ids.secret("pi_"), ada), "identity-wrong-key");
        refused(Signed.by(secret, endless), "identity-no-expiry");
        refused(Signed.by(secret, JWSAlgorithm.HS256, ada, Duration.ofMinutes(-1)), "identity-expired");
        refused(Signed.by(secret, JWSAlgorithm.HS256, ada, Duration.ofMinutes(62)), "identity-too-long");
        refused(Signed.by(secret, Map.of("name", "Ada")), "invalid");
        refused(Signed.by(secret, Map.of("sub", "u_1", "email", "nope")), "invalid");
        refused(Signed.by(secret, Map.of("sub", "u_1", "name", List.of("Ada"))), "invalid");
        refused(Signed.by(secret, Map.of("sub", "x".repeat(129))), "invalid");
        assertThat(recognized(Signed.by(secret, Map.of("sub", "x".repeat(128))))
                        .path("token")
                        .asString())
                .startsWith("pg_");
    }

    @Test
    void aNewKeyTakesOverWhileTheOldOneStillCountsAndThenEnds() {
        var old = secret;
        var next = made("hour").path("secret").asString();
        var ada = Map.of("sub", Ids.random("u_"));
        assertThat(idOf(recognized(Signed.by(old, ada)))).isEqualTo(idOf(recognized(Signed.by(next, ada))));

        made("none");

        refused(Signed.by(old, ada), "identity-wrong-key");
        refused(Signed.by(next, ada), "identity-wrong-key");
    }

    @Test
    void whereIdentityIsRequiredNobodyBeginsWithoutAndTheLastKeyStays() {
        admin(web.put().uri(SETTINGS).bodyValue(Map.of("required", true)))
                .expectStatus()
                .isOk();
        var key = overview().path("keys").path(0).path("id").asString();

        post("/api/v1/guests", Map.of("name", "Ada", "email", "ada@example.com"), tokens.anonymous("::1"))
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("identity-required");
        assertThat(idOf(recognized(Signed.by(secret, Map.of("sub", "u_2"))))).startsWith("g_");
        admin(web.delete().uri(SETTINGS + "/keys/" + key))
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("key-needed");
        assertThat(widget().path("features").path("identity").asString()).isEqualTo("required");

        admin(web.put().uri(SETTINGS).bodyValue(Map.of("required", false)))
                .expectStatus()
                .isOk();
        admin(web.delete().uri(SETTINGS + "/keys/" + key)).expectStatus().isNoContent();
        assertThat(widget().path("features").path("identity").asString()).isEqualTo("off");
        refused(Signed.by(secret, Map.of("sub", "u_2")), "identity-off");
    }

    @Test
    void secretsAreToldOnceAndNowhereReadable() {
        var kept = Objects.requireNonNull(database.sql("select string_agg(k::text, ' ') as rows from identity_key k")
                .map(row -> Objects.requireNonNull(row.get("rows", String.class)))
                .one()
                .block());

        assertThat(kept).doesNotContain(secret);
        assertThat(overview().toString()).doesNotContain(secret);
    }

    @Test
    void onlyAdministratorsHaveKeys() {
        for (var caller : List.of(tokens.account("a_2", "Sue", "supervisor"), tokens.guest("g_1", "Gus"))) {
            post(SETTINGS + "/keys", Map.of(), caller).expectStatus().isForbidden();
        }
    }

    private static List<JsonNode> atOnce(Supplier<JsonNode> call) {
        return Objects.requireNonNull(Flux.range(0, 8)
                .flatMap(n -> Mono.fromSupplier(call).subscribeOn(Schedulers.boundedElastic()), 8)
                .collectList()
                .block(Patience.LIMIT));
    }

    private void refused(String token, String code) {
        post("/api/v1/guests/identity", Map.of("identity", token), tokens.anonymous("::1"))
                .expectStatus()
                .is4xxClientError()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private JsonNode recognized(String token) {
        return recognized(token, tokens.anonymous("::1"));
    }

    private JsonNode recognized(String token, String caller) {
        return ok(post("/api/v1/guests/identity", Map.of("identity", token), caller));
    }

    private JsonNode begun(JsonNode known, String message) {
        return ok(post("/api/v1/guests/me/rooms", Map.of("message", message), as(known)));
    }

    private JsonNode started() {
        var form = Map.of("name", "Ada", "email", "ada@example.com");
        return ok(post("/api/v1/guests", form, tokens.anonymous("::1")));
    }

    private String as(JsonNode known) {
        return tokens.guest(idOf(known), known.path("guest").path("name").asString());
    }

    /// Whose token it is, as the gateway learns it.
    private String holder(JsonNode known) {
        var token = known.path("token").asString();
        return ok(post("/internal/tokens", Map.of("token", token), tokens.service()))
                .path("id")
                .asString();
    }

    private static String idOf(JsonNode known) {
        return known.path("guest").path("id").asString();
    }

    private JsonNode made(String grace) {
        return ok(admin(web.post().uri(SETTINGS + "/keys").bodyValue(Map.of("grace", grace))));
    }

    private JsonNode overview() {
        return ok(admin(web.get().uri(SETTINGS)));
    }

    private JsonNode widget() {
        return ok(web.get()
                .uri("/api/v1/widget")
                .headers(headers -> headers.setBearerAuth(tokens.anonymous("::1")))
                .exchange());
    }

    private WebTestClient.ResponseSpec admin(WebTestClient.RequestHeadersSpec<?> request) {
        var token = tokens.account("a_1", "Grace", "administrator");
        return request.headers(headers -> headers.setBearerAuth(token)).exchange();
    }

    private WebTestClient.ResponseSpec post(String path, Object body, String caller) {
        return web.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(caller))
                .bodyValue(body)
                .exchange();
    }

    private static JsonNode ok(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .is2xxSuccessful()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }
}

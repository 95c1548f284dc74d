package chat.parlor.gateway.personal;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics;
import chat.parlor.gateway.testing.FakeService;
import chat.parlor.gateway.testing.People;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

@ServiceIT({
    "spring.config.name=gateway-service",
    People.ADMIN_EMAIL,
    People.ADMIN_PASSWORD,
    "parlor.gateway.sessions.failures-per-address=1000"
})
class PersonalIT {

    private static final FakeService GUESTS = new FakeService();
    private static final String GUEST_TOKEN = "pg_" + "g".repeat(43);
    private static final String PATH = "/api/v1/accounts/me/settings";
    private static final int AT_ONCE = 16;

    @LocalServerPort
    int port;

    @Autowired
    TestTopics topics;

    WebTestClient client = WebTestClient.bindToServer().build();
    String account = "";
    String token = "";

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.guest.url", GUESTS::url);
    }

    @AfterAll
    static void stop() {
        GUESTS.stop();
    }

    /// Each test has a person of its own, who has set nothing.
    @BeforeEach
    void signIn() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        var people = new People(client);
        var email = UUID.randomUUID() + "@personal.test";
        account = people.create(email, "agent");
        token = people.token(email);
    }

    @Test
    void standardCountsUntilSomethingIsSet() {
        read(token)
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"version\":0,\"sounds\":true,\"notifications\":\"none\",\"preview\":true,"
                        + "\"theme\":\"system\"}")
                .jsonPath("$.language")
                .doesNotExist();
    }

    @Test
    void whatIsSetIsKeptUnderTheNextVersion() {
        put(token, Map.of("version", 0, "sounds", false, "theme", "dark", "language", "de"))
                .expectStatus()
                .isOk();
        put(token, Map.of("version", 1, "notifications", "mine", "preview", false))
                .expectStatus()
                .isOk();

        read(token)
                .expectBody()
                .json("{\"version\":2,\"sounds\":true,\"notifications\":\"mine\",\"preview\":false,"
                        + "\"theme\":\"system\"}");
    }

    @Test
    void staleVersionIsAConflictThatShowsWhatCounts() {
        put(token, Map.of("version", 0, "theme", "dark")).expectStatus().isOk();

        for (var stale : new int[] {0, 2}) {
            put(token, Map.of("version", stale, "theme", "light"))
                    .expectStatus()
                    .isEqualTo(HttpStatus.CONFLICT)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("settings-changed")
                    .jsonPath("$.current.version")
                    .isEqualTo(1)
                    .jsonPath("$.current.theme")
                    .isEqualTo("dark");
        }
    }

    @Test
    void ofManyAtOnceOneWins() {
        var statuses = Flux.range(0, AT_ONCE)
                .flatMap(number -> client.mutate()
                        .build()
                        .put()
                        .uri(PATH)
                        .headers(headers -> headers.setBearerAuth(token))
                        .bodyValue(Map.of("version", 0))
                        .exchange()
                        .returnResult(JsonNode.class)
                        .getResponseBody()
                        .next()
                        .map(body -> body.path("status").asInt(200)))
                .collectList()
                .block(Duration.ofSeconds(20));

        assertThat(statuses).hasSize(AT_ONCE).containsOnlyOnce(200);
        read(token).expectBody().jsonPath("$.version").isEqualTo(1);
    }

    @Test
    void changeIsAnnouncedToEveryNode() {
        put(token, Map.of("version", 0, "language", "ar")).expectStatus().isOk();

        var fact = topics.await("personal.changed", one -> one.key().equals(account));
        Contracts.validate("gateway", "personal.changed.v1", fact.raw());
        assertThat(fact.body().get("settings").get("language").asString()).isEqualTo("ar");
    }

    @Test
    void badFieldsAreNamedAndWrongTypesRefused() {
        put(token, Map.of("theme", "pink"))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(Objects.toString(fields)).contains("version", "theme"));
        put(token, Map.of("version", 0, "sounds", "yes")).expectStatus().isBadRequest();
        put(token, Map.of("version", "0")).expectStatus().isBadRequest();
    }

    @Test
    void onlyAccountsHavePersonalSettings() {
        GUESTS.answer("/internal/tokens", FakeService.Answer.of(200, "{\"id\":\"g_1\",\"name\":\"Guest\"}"));

        read(GUEST_TOKEN).expectStatus().isForbidden();
        put(GUEST_TOKEN, Map.of("version", 0)).expectStatus().isForbidden();
        client.get().uri(PATH).exchange().expectStatus().isUnauthorized();
        client.put()
                .uri(PATH)
                .bodyValue(Map.of("version", 0))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private WebTestClient.ResponseSpec read(String token) {
        return client.get()
                .uri(PATH)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private WebTestClient.ResponseSpec put(String token, Map<String, ?> body) {
        return client.put()
                .uri(PATH)
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(body)
                .exchange();
    }
}

package chat.parlor.gateway.apikeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics;
import chat.parlor.gateway.testing.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@ServiceIT({
    "spring.config.name=gateway-service",
    People.ADMIN_EMAIL,
    People.ADMIN_PASSWORD,
    "parlor.gateway.logins-kept=1h",
    "parlor.gateway.api-keys.most=3",
    "parlor.gateway.api-keys.used-within=1h",
    "parlor.gateway.sessions.failures-per-address=1000"
})
class ApiKeysIT {

    private static final String KEYS = "/api/v1/api-keys";
    private static final String ACCOUNTS = "/api/v1/accounts";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    int port;

    @Autowired
    TestTopics topics;

    @Autowired
    DatabaseClient database;

    WebTestClient client = WebTestClient.bindToServer().build();
    String administrator = "";

    @BeforeEach
    void signIn() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(PATIENCE)
                .build();
        administrator = new People(client).token(People.ADMINISTRATOR);
    }

    @AfterEach
    void revokeAll() {
        var items = body(as(administrator, HttpMethod.GET, KEYS)).get("items");
        items.forEach(key -> revoke(key.get("id").asString()));
    }

    @Test
    void secretIsToldOnceAndStoredAsAHash() {
        var issued = create();

        var secret = issued.get("secret").asString();
        assertThat(secret).matches("pk_[A-Za-z0-9_-]{43}");
        assertThat(issued.get("key").get("name").asString()).isEqualTo("Inbox");
        assertThat(body(as(administrator, HttpMethod.GET, KEYS)).toString()).doesNotContain(secret);
        database.sql("select hash from api_key_secret where id = (select max(id) from api_key_secret)")
                .map(row -> Objects.requireNonNull(row.get("hash", String.class)))
                .one()
                .as(StepVerifier::create)
                .assertNext(hash -> assertThat(hash).matches("[0-9a-f]{64}").isNotEqualTo(secret))
                .verifyComplete();
    }

    @Test
    void keyOpensWhatItsScopeIsForAndNothingElse() {
        var secret = create().get("secret").asString();

        as(secret, HttpMethod.GET, ACCOUNTS).expectStatus().isOk();
        for (var closed : List.of("/api/v1/rooms", "/api/v1/session", KEYS, "/api/v1/guests/me", "/api/v1/nothing")) {
            as(secret, HttpMethod.GET, closed)
                    .expectStatus()
                    .isForbidden()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("scope-missing");
        }
        as(secret, HttpMethod.POST, ACCOUNTS, Map.of()).expectStatus().isForbidden();
        as(secret, HttpMethod.POST, KEYS, wanted()).expectStatus().isForbidden();
        as("pk_" + "x".repeat(43), HttpMethod.GET, ACCOUNTS).expectStatus().isUnauthorized();
    }

    @Test
    void useIsNoted() {
        var issued = create();
        assertThat(only().has("lastUsedAt")).isFalse();

        as(issued.get("secret").asString(), HttpMethod.GET, ACCOUNTS)
                .expectStatus()
                .isOk();

        assertThat(Instant.parse(only().get("lastUsedAt").asString())).isBefore(Instant.now());
    }

    @Test
    void revokedKeyIsDeadAtOnceAndOnEveryNode() {
        var issued = create();
        var secret = issued.get("secret").asString();
        as(secret, HttpMethod.GET, ACCOUNTS).expectStatus().isOk();

        revoke(id(issued)).expectStatus().isNoContent();

        as(secret, HttpMethod.GET, ACCOUNTS).expectStatus().isUnauthorized();
        var fact = topics.await("secret.ended", one -> one.key().equals(id(issued)));
        Contracts.validate("gateway", SecretEnded.TYPE, fact.raw());
        revoke(id(issued)).expectStatus().isNotFound();
        assertThat(body(as(administrator, HttpMethod.GET, KEYS)).get("items")).isEmpty();
    }

    @Test
    void secretEndedOnAnotherNodeIsDeadHereWhateverIsRemembered() {
        var issued = create();
        var secret = issued.get("secret").asString();
        as(secret, HttpMethod.GET, ACCOUNTS).expectStatus().isOk();
        var row = database.sql("select id from api_key_secret where key = :key")
                .bind("key", id(issued))
                .map(found -> Objects.requireNonNull(found.get("id", String.class)))
                .one()
                .block(PATIENCE);
        var fact = new SecretEnded(Objects.requireNonNull(row), id(issued), Instant.now());

        await().atMost(PATIENCE).untilAsserted(() -> {
            topics.publish(Event.of(SecretEnded.TOPIC, fact.key(), SecretEnded.TYPE, fact));
            as(secret, HttpMethod.GET, ACCOUNTS).expectStatus().isUnauthorized();
        });
    }

    @Test
    void rotatedKeyHasANewSecretAndTheOldOneCountsForItsGrace() {
        var first = create();
        var second = body(rotate(id(first), "hour"));

        as(first.get("secret").asString(), HttpMethod.GET, ACCOUNTS)
                .expectStatus()
                .isOk();
        as(second.get("secret").asString(), HttpMethod.GET, ACCOUNTS)
                .expectStatus()
                .isOk();
        var until = Instant.parse(second.get("key").get("formerUntil").asString());
        assertThat(until)
                .isBetween(Instant.now().plusSeconds(3000), Instant.now().plusSeconds(3700));

        var third = body(rotate(id(first), "none")).get("secret").asString();

        for (var over : List.of(first, second)) {
            as(over.get("secret").asString(), HttpMethod.GET, ACCOUNTS)
                    .expectStatus()
                    .isUnauthorized();
        }
        as(third, HttpMethod.GET, ACCOUNTS).expectStatus().isOk();
        assertThat(only().has("formerUntil")).isFalse();
    }

    @Test
    void keyThatIsTooOldCountsNoMoreAndCannotBeRotated() {
        var secret = create().get("secret").asString();
        database.sql("update api_key set expires_at = :now")
                .bind("now", Clock.systemUTC().instant())
                .then()
                .as(StepVerifier::create)
                .verifyComplete();

        as(secret, HttpMethod.GET, ACCOUNTS).expectStatus().isUnauthorized();
        rotate(only().get("id").asString(), "none")
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("key-expired");
    }

    @Test
    void badFieldsAreNamed() {
        var bad =
                Map.of("name", " ", "scopes", List.of("accounts.read", "all"), "expiresAt", "2020-01-01T00:00:00.000Z");

        as(administrator, HttpMethod.POST, KEYS, bad)
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(Objects.toString(fields)).contains("name", "scopes", "expiresAt"));
        as(administrator, HttpMethod.POST, KEYS, Map.of("name", "Inbox", "scopes", List.of()))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        rotate(id(create()), "year").expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void thereAreAsManyKeysAsMayBe() {
        for (var key = 0; key < 3; key++) {
            create();
        }

        as(administrator, HttpMethod.POST, KEYS, wanted())
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-many-keys");
    }

    @Test
    void onlyAdministratorsHaveKeysAndWhatTheyDoIsInTheAuditLog() {
        var people = new People(client);
        people.create("keys-agent@parlor.test", "agent");
        people.create("keys-supervisor@parlor.test", "supervisor");
        for (var email : List.of("keys-agent@parlor.test", "keys-supervisor@parlor.test")) {
            var token = people.token(email);
            as(token, HttpMethod.GET, KEYS).expectStatus().isForbidden();
            as(token, HttpMethod.POST, KEYS, wanted()).expectStatus().isForbidden();
            as(token, HttpMethod.POST, KEYS + "/k_1/rotate", Map.of("grace", "none"))
                    .expectStatus()
                    .isForbidden();
            as(token, HttpMethod.DELETE, KEYS + "/k_1").expectStatus().isForbidden();
        }
        client.get().uri(KEYS).exchange().expectStatus().isUnauthorized();
        var key = id(create());
        rotate(key, "day").expectStatus().isOk();
        revoke(key).expectStatus().isNoContent();

        database.sql("select action from audit where subject = :key and actor is not null order by id")
                .bind("key", key)
                .map(row -> Objects.requireNonNull(row.get("action", String.class)))
                .all()
                .as(StepVerifier::create)
                .expectNext("key-created", "key-rotated", "key-revoked")
                .verifyComplete();
    }

    private static Map<String, ?> wanted() {
        return Map.of("name", "Inbox", "scopes", List.of("accounts.read"));
    }

    private JsonNode create() {
        return body(as(administrator, HttpMethod.POST, KEYS, wanted()));
    }

    private WebTestClient.ResponseSpec rotate(String key, String grace) {
        return as(administrator, HttpMethod.POST, KEYS + "/" + key + "/rotate", Map.of("grace", grace));
    }

    private WebTestClient.ResponseSpec revoke(String key) {
        return as(administrator, HttpMethod.DELETE, KEYS + "/" + key);
    }

    private JsonNode only() {
        return body(as(administrator, HttpMethod.GET, KEYS)).get("items").get(0);
    }

    private static String id(JsonNode issued) {
        return issued.get("key").get("id").asString();
    }

    private WebTestClient.ResponseSpec as(String token, HttpMethod method, String path) {
        return as(token, method, path, Map.of());
    }

    private WebTestClient.ResponseSpec as(String token, HttpMethod method, String path, Map<String, ?> body) {
        var asked = client.method(method).uri(path).headers(headers -> headers.setBearerAuth(token));
        return (HttpMethod.POST.equals(method) ? asked.bodyValue(body) : asked).exchange();
    }

    private static JsonNode body(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .is2xxSuccessful()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }
}

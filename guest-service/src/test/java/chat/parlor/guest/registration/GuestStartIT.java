package chat.parlor.guest.registration;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.chassis.test.TestTopics;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
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
import tools.jackson.databind.JsonNode;

@ServiceIT({"spring.config.name=guest-service", "parlor.guest.starts-per-hour=3"})
class GuestStartIT {

    private static final RoomStandIn ROOMS = new RoomStandIn();
    private final TestTokens tokens;
    private final TestTopics topics;
    private final DatabaseClient database;
    private final WebTestClient web;

    GuestStartIT(
            @Autowired TestTokens tokens,
            @Autowired TestTopics topics,
            @Autowired DatabaseClient database,
            @LocalServerPort int port) {
        this.tokens = tokens;
        this.topics = topics;
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
    void roomsAreThere(@Autowired CircuitBreakerRegistry breakers) {
        ROOMS.away(false);
        breakers.circuitBreaker("room").reset();
    }

    @AfterAll
    static void close() {
        ROOMS.close();
    }

    @Test
    void aFormBecomesAGuestWithARoomAndAFirstMessage() {
        var form = Map.of(
                "name", " <b>Ada</b> ",
                "email", "ada@example.com",
                "phone", "+49 30 1",
                "message", "Hello\n<script>",
                "page", "https://example.com/pricing");

        var started = started("198.51.100.1", form);

        var guest = started.path("guest");
        var room = started.path("room").path("id").asString();
        assertThat(guest.path("id").asString()).matches("g_[A-Za-z0-9_-]{22}");
        assertThat(guest.path("name").asString()).isEqualTo("<b>Ada</b>");
        assertThat(guest.path("email").asString()).isEqualTo("ada@example.com");
        assertThat(started.path("token").asString()).matches("pg_[A-Za-z0-9_-]{43}");
        assertThat(started.path("room").path("later").path("field").asInt()).isEqualTo(1);
        var asked = ROOMS.asked().getLast();
        assertThat(asked.method() + " " + asked.path()).isEqualTo("PUT /internal/rooms/" + room);
        assertThat(asked.body())
                .contains(
                        "\"page\":\"https://example.com/pricing\"",
                        guest.path("id").asString());

        var registered = topics.await(
                "guest.registered", found -> found.key().equals(guest.path("id").asString()));
        Contracts.validate("guest", "guest.registered.v1", registered.raw());
        assertThat(registered.type()).isEqualTo("guest.registered.v1");
        var first = topics.await("message.send", found -> found.key().equals(room));
        Contracts.validate("guest", "message.send.v1", first.raw());
        assertThat(first.body().path("id").asString()).isEqualTo("first-" + room);
        assertThat(first.body().path("text").asString()).isEqualTo("Hello\n<script>");
        assertThat(first.body().path("author").path("kind").asString()).isEqualTo("guest");
    }

    @Test
    void onlyTheHashOfTheTokenIsStored() {
        var started = started("198.51.100.2", Map.of("name", "Ada", "email", "ada@example.com"));
        var token = started.path("token").asString();

        var row = Objects.requireNonNull(database.sql("select g::text as row from guest g where id = :id")
                .bind("id", started.path("guest").path("id").asString())
                .map(found -> Objects.requireNonNull(found.get("row", String.class)))
                .one()
                .block());

        assertThat(row).contains(HexFormat.of().formatHex(TokenHash.of(token)), "198.51.100.2");
        assertThat(row).doesNotContain(token);
    }

    @Test
    void theGatewayLearnsWhoseTokenItIs() {
        var started = started("198.51.100.3", Map.of("name", "Ada", "email", "ada@example.com"));

        resolve(started.path("token").asString(), tokens.service())
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"id\":\"%s\",\"name\":\"Ada\"}"
                        .formatted(started.path("guest").path("id").asString()));
        resolve("pg_unknown", tokens.service()).expectStatus().isNotFound();
        resolve(started.path("token").asString(), tokens.account("a_1", "Eve", "administrator"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void theSameEmailIsAnotherGuest() {
        var one = started("198.51.100.4", Map.of("name", "Ada", "email", "same@example.com"));
        var other = started("198.51.100.4", Map.of("name", "Eve", "email", "same@example.com"));

        assertThat(other.path("guest").path("id"))
                .isNotEqualTo(one.path("guest").path("id"));
        assertThat(other.path("token")).isNotEqualTo(one.path("token"));
    }

    @Test
    void aReturningGuestFindsItsRooms() {
        var guest = started("198.51.100.5", Map.of("name", "Ada", "email", "ada@example.com"))
                .path("guest");
        var credential = tokens.guest(guest.path("id").asString(), "Ada");

        web.get()
                .uri("/api/v1/guests/me")
                .headers(headers -> headers.setBearerAuth(credential))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.guest.email")
                .isEqualTo("ada@example.com")
                .jsonPath("$.rooms[0].id")
                .isEqualTo("r_kept");
        assertThat(ROOMS.asked().getLast().authorization()).isEqualTo("Bearer " + credential);
    }

    @Test
    void nobodyElseIsAGuest() {
        for (var token : new String[] {
            tokens.guest("g_gone", "Gone"), tokens.account("a_1", "Grace", "administrator"), tokens.anonymous("::1")
        }) {
            web.get()
                    .uri("/api/v1/guests/me")
                    .headers(headers -> headers.setBearerAuth(token))
                    .exchange()
                    .expectStatus()
                    .isUnauthorized()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("unknown-token");
        }
    }

    @Test
    void refusedFieldsAreNamed() {
        post("198.51.100.6", Map.of("name", "", "email", "nope"))
                .expectStatus()
                .isEqualTo(422)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("name")
                .jsonPath("$.errors[1].field")
                .isEqualTo("email")
                .jsonPath("$.errors.length()")
                .isEqualTo(2);
    }

    @Test
    void anObjectIsNoText() {
        post("198.51.100.7", Map.of("name", Map.of("$gt", ""), "email", "ada@example.com"))
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void oneAddressStartsOnlySoOften() {
        var form = Map.of("name", "Ada", "email", "ada@example.com");
        post("198.51.100.8", Map.of("name", "")).expectStatus().isEqualTo(422);
        for (var start = 0; start < 3; start++) {
            post("198.51.100.8", form).expectStatus().isCreated();
        }

        post("198.51.100.8", form)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .value(
                        "Retry-After",
                        seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 3_600));
    }

    @Test
    void withoutRoomsTheVisitorIsAskedToComeBack() {
        ROOMS.away(true);
        var form = Map.of("name", "Ada", "email", "ada@example.com", "message", "lost?");
        for (var attempt = 0; attempt < 5; attempt++) {
            post("198.51.100.9", form)
                    .expectStatus()
                    .isEqualTo(503)
                    .expectHeader()
                    .valueEquals("Retry-After", "5");
        }
        assertThat(topics.read("guest.registered"))
                .noneMatch(found -> found.raw().contains("lost?"));
    }

    private JsonNode started(String address, Map<String, String> form) {
        return Objects.requireNonNull(post(address, form)
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }

    private WebTestClient.ResponseSpec post(String address, Object form) {
        return web.post()
                .uri("/api/v1/guests")
                .headers(headers -> headers.setBearerAuth(tokens.anonymous(address)))
                .bodyValue(form)
                .exchange();
    }

    private WebTestClient.ResponseSpec resolve(String token, String caller) {
        return web.post()
                .uri("/internal/tokens")
                .headers(headers -> headers.setBearerAuth(caller))
                .bodyValue(Map.of("token", token))
                .exchange();
    }
}

package chat.parlor.gateway.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics;
import chat.parlor.gateway.testing.FakeService;
import chat.parlor.gateway.testing.FakeService.Answer;
import chat.parlor.gateway.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@ServiceIT({
    "spring.config.name=gateway-service",
    People.ADMIN_EMAIL,
    People.ADMIN_PASSWORD,
    "parlor.gateway.logins-kept=1h"
})
class ErasedGuestIT {

    private static final FakeService SERVICES = new FakeService();

    private final TestTopics topics;
    private final DatabaseClient database;
    private final WebTestClient client;
    private String administrator = "";

    ErasedGuestIT(@Autowired TestTopics topics, @Autowired DatabaseClient database, @LocalServerPort int port) {
        this.topics = topics;
        this.database = database;
        this.client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Patience.LIMIT)
                .build();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OtherServicesTopics {
        @Bean
        NewTopic guestErasure(Topics topics) {
            return topics.kept("guest.erasure", Duration.ofHours(1));
        }
    }

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        for (var service : List.of("room", "message", "guest", "presence", "ai")) {
            registry.add("parlor.services." + service + ".url", SERVICES::url);
        }
    }

    @AfterAll
    static void stop() {
        SERVICES.stop();
    }

    @BeforeEach
    void signIn() {
        if (administrator.isEmpty()) {
            administrator = new People(client).token(People.ADMINISTRATOR);
        }
    }

    @Test
    void whatIsGivenOutAndErasedIsAccountedForAlsoWhenItIsRefused() {
        SERVICES.answer("/api/v1/guests/g_1/erasure", Answer.of(422, "{\"code\":\"invalid\"}"));
        SERVICES.answer("/api/v1/guests/g_2/erasure", Answer.of(202, "{}"));

        get("/api/v1/guests/g_2/export", administrator).expectStatus().isOk();
        erase("g_1").expectStatus().isEqualTo(422);
        erase("g_2").expectStatus().isAccepted();
        get("/api/v1/guests?q=x", administrator).expectStatus().isOk();

        assertThat(audited("g_1")).containsExactly("guest-erasing failed true");
        assertThat(audited("g_2")).containsExactly("guest-exported ok true", "guest-erasing ok true");
    }

    @Test
    void anErasedGuestIsNobodyHoweverLongItsTokenIsRemembered() {
        SERVICES.answer("/internal/tokens", Answer.of(200, "{\"id\":\"g_8\",\"name\":\"Ada\"}"));
        var token = "pg_" + "e".repeat(43);
        get("/api/v1/rooms/r_1", token).expectStatus().isOk();

        Awaitility.await().atMost(Patience.LIMIT).untilAsserted(() -> {
            publish("guest.erasing.v1", "g_8");
            get("/api/v1/rooms/r_1", token).expectStatus().isUnauthorized();
        });
    }

    @Test
    void theEndIsAccountedForOnce() {
        publish("guest.erased.v1", "g_9");
        publish("guest.erased.v1", "g_9");
        publish("guest.erased.v1", "g_10");

        Awaitility.await().atMost(Patience.LIMIT).until(() -> !audited("g_10").isEmpty());
        Awaitility.await().atMost(Patience.LIMIT).until(() -> !audited("g_9").isEmpty());
        assertThat(audited("g_9")).containsExactly("guest-erased ok true");
    }

    @Test
    void theFeedAndWhatWaitsForWebhooksForgetItsRooms() {
        run("insert into feed_event values (1, 'e_1', 'r_gone', 'message.sent', now(), '{\"text\": \"a secret\"}'),"
                + " (2, 'e_2', 'r_other', 'message.sent', now(), '{\"text\": \"hello\"}')");
        run(
                "insert into webhook values ('w_1', 'https://inbox.example', '{message.sent}', '', 'paused', 2, null, now())");
        run("insert into webhook_delivery (id, webhook, room, type, body, state, by_hand, created_at)"
                + " values ('d_1', 'w_1', 'r_gone', 'message.sent', 'a secret', 'waiting', false, now()),"
                + " ('d_2', 'w_1', 'r_other', 'message.sent', 'hello', 'waiting', false, now())");

        var rooms = List.of(Map.of("id", "r_gone", "version", 9));
        topics.publish(Event.of("guest.erasure", "g_11", "rooms.erased.v1", Map.of("rooms", rooms)));

        Awaitility.await().atMost(Patience.LIMIT).untilAsserted(() -> {
            assertThat(lines("select type as line from feed_event order by position"))
                    .containsExactly("room.erased", "message.sent");
            assertThat(lines("select id as line from webhook_delivery")).containsExactly("d_2");
        });
        assertThat(lines("select body as line from feed_event where position = 1"))
                .allSatisfy(body -> assertThat(body).contains("r_gone").doesNotContain("secret"));
    }

    @Test
    void whatIsKeptOfRoomsThatAreOldEnoughGoesToo() {
        run("insert into feed_event values (3, 'e_3', 'r_old', 'message.sent', now(), '{\"text\": \"long ago\"}')");

        var rooms = List.of(Map.of("id", "r_old", "version", 9));
        topics.publish(Event.of("guest.erasure", "r_old", "rooms.expired.v1", Map.of("rooms", rooms)));

        Awaitility.await()
                .atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(lines("select type as line from feed_event where position = 3"))
                        .containsExactly("room.erased"));
    }

    @Test
    void whoChangesHowLongIsKeptAndWhatIsHeldIsAccountedFor() {
        SERVICES.answer("/api/v1/retention", Answer.of(200, "{}"));
        SERVICES.answer("/api/v1/rooms/r_7/holds/guest", Answer.of(200, "{}"));

        for (var call : List.of("PUT /retention", "PUT /rooms/r_7/holds/guest", "DELETE /rooms/r_7/holds/guest")) {
            var parts = call.split(" ", 2);
            client.method(HttpMethod.valueOf(parts[0]))
                    .uri("/api/v1" + parts[1])
                    .headers(headers -> headers.setBearerAuth(administrator))
                    .exchange()
                    .expectStatus()
                    .isOk();
        }

        assertThat(audited("r_7")).containsExactly("hold-put ok true", "hold-lifted ok true");
        assertThat(lines("select action as line from audit where action = 'retention-changed'"))
                .hasSize(1);
    }

    @Test
    void everyExampleOfErasedRoomsIsRead() {
        for (var type : List.of("rooms.erased.v1", "rooms.expired.v1")) {
            assertThat(Contracts.examples("room", type))
                    .anySatisfy(example -> assertThat(
                                    json().readValue(example, RoomsFact.class).ids())
                            .isNotEmpty()
                            .doesNotContainNull());
        }
    }

    @Test
    void everyExampleIsRead() {
        var json = json();
        for (var type : List.of("guest.erasing.v1", "guest.erased.v1")) {
            assertThat(Contracts.examples("guest", type))
                    .allSatisfy(example -> assertThat(
                                    json.readValue(example, GuestFact.class).by())
                            .startsWith("a_"));
        }
    }

    private static JsonMapper json() {
        return JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    private void run(String sql) {
        database.sql(sql).then().block();
    }

    private List<String> lines(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get("line", String.class)))
                .all()
                .collectList()
                .block());
    }

    private WebTestClient.ResponseSpec get(String path, String token) {
        return client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private WebTestClient.ResponseSpec erase(String guest) {
        return client.post()
                .uri("/api/v1/guests/{guest}/erasure", guest)
                .headers(headers -> headers.setBearerAuth(administrator))
                .bodyValue(Map.of("name", "Grace"))
                .exchange();
    }

    private void publish(String type, String guest) {
        topics.publish(Event.of("guest.erasure", guest, type, Map.of("guest", guest, "by", "a_root")));
    }

    private List<String> audited(String subject) {
        return Objects.requireNonNull(database.sql("""
                        select action || ' ' || result || ' ' || (actor is not null) as line from audit
                        where subject = $1 order by id
                        """)
                .bind(0, subject)
                .map(row -> Objects.requireNonNull(row.get("line", String.class)))
                .all()
                .collectList()
                .block());
    }
}

package chat.parlor.presence.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.chassis.test.TestTopics;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

@ServiceIT("spring.config.name=presence-service")
class ErasureIT {

    private final TestTokens tokens;
    private final TestTopics topics;
    private final DatabaseClient database;
    private final WebTestClient web;
    private final String guest = Ids.random("g_");

    ErasureIT(
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
        NewTopic guestErasure(Topics topics) {
            return topics.kept("guest.erasure", Duration.ofHours(1));
        }
    }

    @BeforeEach
    void theGuestWasHere() {
        come();
    }

    @Test
    void aForgottenGuestIsNobodyAndWhatWasSaidOfItLastHoldsNoName() {
        publish("guest.erasing.v1");

        var answer = topics.await(
                "guest.erasure", each -> each.key().equals(guest) && each.type().equals("person.erased.v1"));
        Contracts.validate("presence", "person.erased.v1", answer.raw());
        assertThat(known()).isZero();
        var last = topics.await("presence.changed", each -> each.key().equals(guest));
        Contracts.validate("presence", "presence.changed.v1", last.raw());
        assertThat(last.body().path("name").asString()).isEqualTo("-");
    }

    @Test
    void whoComesBackMeanwhileIsForgottenOnceMoreAtTheEnd() {
        publish("guest.erasing.v1");
        Awaitility.await().atMost(Patience.LIMIT).until(() -> known() == 0);
        come();

        publish("guest.erased.v1");

        Awaitility.await().atMost(Patience.LIMIT).until(() -> known() == 0);
    }

    @Test
    void servicesLearnWhatIsKept() {
        web.get()
                .uri("/internal/people/{guest}", guest)
                .headers(headers -> headers.setBearerAuth(tokens.service()))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[0].name")
                .isEqualTo("Grace");
    }

    @Test
    void everyExampleIsRead() {
        var json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        for (var example : Contracts.examples("guest", "guest.erasing.v1")) {
            assertThat(json.readValue(example, GuestFact.Erasing.class).erasure())
                    .startsWith("x_");
        }
        for (var example : Contracts.examples("guest", "guest.erased.v1")) {
            assertThat(json.readValue(example, GuestFact.Erased.class).guest()).startsWith("g_");
        }
    }

    private void come() {
        database.sql("""
                insert into person (member, kind, name, status, here) values ($1, 'guest', 'Grace', 'online', true)
                """).bind(0, guest).then().block();
    }

    private void publish(String type) {
        topics.publish(Event.of("guest.erasure", guest, type, Map.of("erasure", "x_1", "guest", guest)));
    }

    private long known() {
        return Objects.requireNonNull(database.sql("select count(*) as known from person where member = $1")
                .bind(0, guest)
                .map(row -> Objects.requireNonNull(row.get("known", Long.class)))
                .one()
                .block());
    }
}

package chat.parlor.presence.grace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.chassis.test.TestTopics;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@ServiceIT({"spring.config.name=presence-service"})
class GraceIT {

    private static final Duration LONG = Duration.ofMinutes(40);

    private final TestTokens tokens;
    private final TestTopics topics;
    private final DatabaseClient database;
    private final WebTestClient web;
    private final String admin;

    GraceIT(
            @Autowired TestTokens tokens,
            @Autowired TestTopics topics,
            @Autowired DatabaseClient database,
            @LocalServerPort int port) {
        this.tokens = tokens;
        this.topics = topics;
        this.database = database;
        this.web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port + "/api/v1/presence/grace")
                .responseTimeout(Patience.LIMIT)
                .build();
        this.admin = tokens.account("a_admin", "Ada", "administrator");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class World {
        @Bean
        NewTopic connection(Topics topics) {
            return topics.kept("connection", Duration.ofHours(1));
        }
    }

    @AfterEach
    void nothingIsSet() {
        database.sql("delete from grace").then().block();
    }

    @Test
    void whatIsConfiguredCountsUntilSomethingIsSet() {
        ask(admin).expectBody().json("{\"seconds\": 15}");

        save(admin, Map.of("seconds", 3600)).expectBody().json("{\"seconds\": 3600}");
        save(admin, Map.of("seconds", 1)).expectStatus().isOk();

        ask(admin).expectBody().json("{\"seconds\": 1}");
    }

    @Test
    void whoGoesNextHasThePeriodThatIsSet() {
        save(admin, Map.of("seconds", LONG.toSeconds())).expectStatus().isOk();
        var member = Ids.random("a_");
        say(member, "connection.opened.v1", Map.of("kind", "account", "name", "Grace"));
        var before = Instant.now();
        say(member, "connection.closed.v1", Map.of("at", before.toString()));

        await().untilAsserted(() -> assertThat(leavesAt(member)).isAfter(Instant.EPOCH));

        assertThat(leavesAt(member))
                .isBetween(before.plus(LONG.minusSeconds(1)), Instant.now().plus(LONG));
    }

    @Test
    void whatIsNoPeriodIsRefusedByItsField() {
        for (var wrong : new Object[] {0, -1, 3601}) {
            save(admin, Map.of("seconds", wrong))
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .isEqualTo("seconds");
        }
        save(admin, Map.of()).expectStatus().isEqualTo(422);

        ask(admin).expectBody().json("{\"seconds\": 15}");
    }

    @Test
    void onlyAdministratorsSeeAndSetIt() {
        for (var other : new String[] {
            tokens.account("a_me", "Me", "agent", "supervisor"), tokens.guest("g_1", "Gus"), tokens.anonymous("::1")
        }) {
            ask(other).expectStatus().isForbidden();
            save(other, Map.of("seconds", 20)).expectStatus().isForbidden();
        }
        ask("no token").expectStatus().isUnauthorized();
    }

    private void say(String member, String type, Map<String, String> more) {
        var body = new HashMap<>(Map.of("connection", "c_" + member, "node", "n_" + member, "member", member));
        body.putAll(more);
        topics.publish(Event.of("connection", member, type, body));
    }

    private Instant leavesAt(String member) {
        return Objects.requireNonNullElse(
                database.sql("select leaves_at from person where member = :member and leaves_at is not null")
                        .bind("member", member)
                        .map(row -> Objects.requireNonNull(row.get("leaves_at", Instant.class)))
                        .one()
                        .block(),
                Instant.EPOCH);
    }

    private ResponseSpec ask(String token) {
        return web.get().headers(headers -> headers.setBearerAuth(token)).exchange();
    }

    private ResponseSpec save(String token, Map<String, ?> body) {
        return web.put()
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}

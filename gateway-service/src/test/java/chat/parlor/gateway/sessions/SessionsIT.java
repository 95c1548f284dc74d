package chat.parlor.gateway.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics;
import chat.parlor.gateway.identity.Logins;
import chat.parlor.gateway.testing.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@ServiceIT({
    "spring.config.name=gateway-service",
    People.ADMIN_EMAIL,
    People.ADMIN_PASSWORD,
    "parlor.gateway.sessions.failures-per-address=1000",
    "parlor.gateway.sessions.failures-within=1d"
})
class SessionsIT {

    @LocalServerPort
    int port;

    @Autowired
    Logins logins;

    @Autowired
    HealthIndicator loopsHealthIndicator;

    @Autowired
    TestTopics topics;

    @Autowired
    DatabaseClient database;

    WebTestClient client = WebTestClient.bindToServer().build();
    People people = new People(client);

    @BeforeEach
    void connect() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
        people = new People(client);
    }

    @Test
    void signInAnswersTokenAndCookie() {
        var answer = signIn(People.ADMINISTRATOR.toUpperCase(Locale.ROOT), People.PASSWORD)
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult();

        var body = Objects.requireNonNull(answer.getResponseBody());
        var cookie = People.cookie(answer.getResponseHeaders());
        assertThat(body.get("token").asString()).matches("ps_[A-Za-z0-9_-]{43}");
        assertThat(body.get("account").get("email").asString()).isEqualTo(People.ADMINISTRATOR);
        assertThat(Instant.parse(body.get("expiresAt").asString())).isAfter(Instant.now());
        assertThat(cookie)
                .startsWith("parlor_session=" + body.get("token").asString())
                .contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(answer.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
    }

    @Test
    void tokenIsStoredOnlyAsHash() {
        var token = people.token(People.ADMINISTRATOR);

        database.sql("select count(*) from session s where s::text like :token")
                .bind("token", "%" + token.substring(3) + "%")
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .as(StepVerifier::create)
                .expectNext(0L)
                .verifyComplete();
    }

    @Test
    void wrongPasswordAndUnknownAccountAnswerTheSame() {
        var wrong = signIn(People.ADMINISTRATOR, "not the password")
                .expectStatus()
                .isUnauthorized()
                .expectBody(String.class)
                .returnResult();
        var unknown = signIn("nobody@parlor.test", "not the password")
                .expectStatus()
                .isUnauthorized()
                .expectBody(String.class)
                .returnResult();

        assertThat(wrong.getResponseBody())
                .isEqualTo(unknown.getResponseBody())
                .contains("\"code\":\"bad-credentials\"");
        assertThat(wrong.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void guessingAtOneAccountIsThrottled() {
        var email = "guessed@parlor.test";
        for (var attempt = 0; attempt < 10; attempt++) {
            signIn(email, "guess " + attempt).expectStatus().isUnauthorized();
        }

        signIn(email, "guess again")
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-many");
    }

    @Test
    void signOutKillsTokenAtOnceAndTellsEveryNode() {
        var token = people.token(People.ADMINISTRATOR);
        var heard = new CopyOnWriteArrayList<String>();
        var listening = logins.ended().subscribe(heard::add);
        get(token).expectStatus().isOk();

        client.delete()
                .uri("/api/v1/session")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isNoContent()
                .expectCookie()
                .maxAge("parlor_session", Duration.ZERO);

        get(token)
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unknown-token");
        logins.byToken(token).as(StepVerifier::create).verifyComplete();
        assertThat(heard).hasSize(1);
        var fact = topics.await("session.ended", one -> one.key().equals(heard.getFirst()));
        Contracts.validate("gateway", "session.ended.v1", fact.raw());
        listening.dispose();
    }

    @Test
    void sessionEndedOnAnotherNodeEndsHere() {
        var token = people.token(People.ADMINISTRATOR);
        var session = Objects.requireNonNull(logins.byToken(token).block()).session();
        var ended =
                Map.of("session", Objects.requireNonNull(session), "account", "a_1", "at", "2026-01-01T00:00:00.000Z");

        await().until(this::sessionsAreHeardOf);
        topics.publish(Event.of("session.ended", session, "session.ended.v1", ended));

        await().untilAsserted(() -> get(token).expectStatus().isUnauthorized());
    }

    /// Whether the loop reads: it hears of what is published from then on.
    private boolean sessionsAreHeardOf() {
        var loops = Objects.requireNonNull(loopsHealthIndicator.health()).getDetails();
        return "READING".equals(loops.get("sessions-0"));
    }

    @Test
    void cookieSignsInReads() {
        var token = people.token(People.ADMINISTRATOR);

        client.get()
                .uri("/api/v1/session")
                .cookie("parlor_session", token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.account.roles[0]")
                .isEqualTo("administrator");
    }

    @Test
    void objectsWhereTextIsExpectedAreRefused() {
        for (var body : List.of(
                "{\"email\":{\"$gt\":\"\"},\"password\":{\"$gt\":\"\"}}",
                "{\"email\":[\"a@b.c\"],\"password\":1}",
                "{\"email\":\"a@b.c\",\"password\":true}",
                "[]",
                "null",
                "\"text\"",
                "{",
                "")) {
            client.post()
                    .uri("/api/v1/session")
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue(body)
                    .exchange()
                    .expectStatus()
                    .isBadRequest()
                    .expectHeader()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Test
    void missingFieldsAreNamed() {
        client.post()
                .uri("/api/v1/session")
                .bodyValue(Map.of("email", " "))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("email")
                .jsonPath("$.errors[1].field")
                .isEqualTo("password");
    }

    @Test
    void signInsAreAudited() {
        signIn(People.ADMINISTRATOR, "not the password").expectStatus().isUnauthorized();
        people.token(People.ADMINISTRATOR);

        database.sql("select distinct result from audit where action = 'sign-in' and address <> '' order by result")
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .as(StepVerifier::create)
                .expectNext("failed", "ok")
                .verifyComplete();
        database.sql("delete from audit")
                .then()
                .as(StepVerifier::create)
                .verifyErrorMatches(e -> Objects.toString(e).contains("append-only"));
    }

    private WebTestClient.ResponseSpec signIn(String email, String password) {
        return client.post()
                .uri("/api/v1/session")
                .bodyValue(Map.of("email", email, "password", password))
                .exchange();
    }

    private WebTestClient.ResponseSpec get(String token) {
        return client.get()
                .uri("/api/v1/session")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }
}

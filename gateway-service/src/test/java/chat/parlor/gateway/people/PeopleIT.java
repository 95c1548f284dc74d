package chat.parlor.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTopics;
import chat.parlor.gateway.identity.Logins;
import chat.parlor.gateway.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@ServiceIT({
    "spring.config.name=gateway-service",
    People.ADMIN_EMAIL,
    People.ADMIN_PASSWORD,
    "parlor.gateway.sessions.failures-per-address=1000"
})
class PeopleIT {

    @LocalServerPort
    int port;

    @Autowired
    Logins logins;

    @Autowired
    TestTopics topics;

    @Autowired
    DatabaseClient database;

    WebTestClient client = WebTestClient.bindToServer().build();
    People people = new People(client);
    String administrator = "";
    /// A person that each test has for itself.
    String email = "";

    String person = "";

    @BeforeEach
    void meet() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        people = new People(client);
        administrator = people.token(People.ADMINISTRATOR);
        email = UUID.randomUUID() + "@people.test";
        person = people.create(email, "agent");
    }

    @Test
    void disablingEndsEverySessionAtOnceAndOnEveryNode() {
        var tokens = List.of(people.token(email), people.token(email));
        var heard = new CopyOnWriteArrayList<String>();
        var listening = logins.ended().subscribe(heard::add);

        ask(HttpMethod.POST, "disable", administrator)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.account.disabled")
                .isEqualTo(true);

        for (var token : tokens) {
            session(token).expectStatus().isUnauthorized();
        }
        assertThat(heard).hasSize(2);
        for (var session : heard) {
            var fact = topics.await("session.ended", one -> one.key().equals(session));
            Contracts.validate("gateway", "session.ended.v1", fact.raw());
        }
        listening.dispose();
    }

    @Test
    void disabledPersonIsAnsweredLikeAnUnknownOne() {
        ask(HttpMethod.POST, "disable", administrator).expectStatus().isOk();

        var disabled = signIn(email).returnResult(String.class).getResponseBody();
        var unknown = signIn("nobody@people.test").returnResult(String.class).getResponseBody();

        assertThat(disabled.blockFirst()).isEqualTo(unknown.blockFirst()).contains("bad-credentials");
    }

    @Test
    void enabledPersonSignsInAgainButOldTokensStayDead() {
        var before = people.token(email);
        ask(HttpMethod.POST, "disable", administrator).expectStatus().isOk();
        ask(HttpMethod.POST, "enable", administrator).expectStatus().isOk();

        assertThat(people.token(email)).isNotEqualTo(before);
        session(before).expectStatus().isUnauthorized();
    }

    @Test
    void otherRolesAreAnnouncedAndEndTheTokensOfTheOldOnes() {
        var before = people.token(email);

        grant(person, "supervisor").expectStatus().isOk();

        session(before).expectStatus().isUnauthorized();
        var fact = topics.await(
                "account.changed",
                one -> one.key().equals(person)
                        && "supervisor".equals(one.body().get("roles").get(0).asString()));
        Contracts.validate("gateway", "account.changed.v1", fact.raw());
        session(people.token(email)).expectBody().jsonPath("$.account.roles[0]").isEqualTo("supervisor");
        grant(person, "king").expectStatus().isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void lastAdministratorCannotBeDisabledNorDemoted() {
        var root = Objects.requireNonNull(session(administrator)
                        .expectBody(JsonNode.class)
                        .returnResult()
                        .getResponseBody())
                .get("account")
                .get("id")
                .asString();

        for (var refused : List.of(
                client.post().uri("/api/v1/accounts/{id}/disable", root),
                client.put().uri("/api/v1/accounts/{id}/roles", root).bodyValue(Map.of("roles", List.of("agent"))))) {
            refused.headers(headers -> headers.setBearerAuth(administrator))
                    .exchange()
                    .expectStatus()
                    .isEqualTo(HttpStatus.CONFLICT)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("last-administrator");
        }
        session(administrator).expectStatus().isOk();
    }

    @Test
    void ofAdministratorsWhoDisableEachOtherOneStays() {
        var others = Flux.range(0, 4)
                .map(number -> people.create(UUID.randomUUID() + "@admins.test", "administrator"))
                .collectList()
                .block();
        var everyone = database.sql("select id from account where 'administrator' = any(roles) and not disabled")
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .collectList()
                .block();

        Flux.fromIterable(Objects.requireNonNull(everyone))
                .flatMap(id -> client.mutate()
                        .build()
                        .post()
                        .uri("/api/v1/accounts/{id}/disable", id)
                        .headers(headers -> headers.setBearerAuth(administrator))
                        .exchange()
                        .returnResult(String.class)
                        .getResponseBody())
                .blockLast();

        assertThat(others).hasSize(4);
        database.sql("select count(*) from account where 'administrator' = any(roles) and not disabled")
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .as(StepVerifier::create)
                .assertNext(left -> assertThat(left).isPositive())
                .verifyComplete();
    }

    /// Tests that make other administrators leave them behind.
    @AfterEach
    void leaveOneAdministrator() {
        database.sql("update account set disabled = (email <> :email) where 'administrator' = any(roles)")
                .bind("email", People.ADMINISTRATOR)
                .then()
                .block();
    }

    @Test
    void whatIsDoneToPeopleIsAudited() {
        ask(HttpMethod.POST, "disable", administrator).expectStatus().isOk();
        ask(HttpMethod.POST, "disable", administrator).expectStatus().isOk();
        ask(HttpMethod.POST, "enable", administrator).expectStatus().isOk();
        grant(person, "supervisor").expectStatus().isOk();
        ask(HttpMethod.POST, "reset", administrator).expectStatus().isCreated();

        database.sql("select action from audit where subject = :person and actor is not null and address <> ''"
                        + " order by id")
                .bind("person", person)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .as(StepVerifier::create)
                .expectNext("account-created", "account-disabled", "account-enabled", "roles-changed", "reset-allowed")
                .verifyComplete();
    }

    @Test
    void onlyAdministratorsDoThis() {
        var supervisor = UUID.randomUUID() + "@people.test";
        people.create(supervisor, "supervisor");
        var callers = List.of(people.token(email), people.token(supervisor));
        var routes = Map.of(
                "disable",
                HttpMethod.POST,
                "enable",
                HttpMethod.POST,
                "reset",
                HttpMethod.POST,
                "roles",
                HttpMethod.PUT);

        routes.forEach((verb, method) -> {
            for (var token : callers) {
                ask(method, verb, token).expectStatus().isForbidden();
            }
            client.method(method)
                    .uri("/api/v1/accounts/{id}/{verb}", person, verb)
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
            client.method(method)
                    .uri("/api/v1/accounts/{id}/{verb}", "a_nobody", verb)
                    .headers(headers -> headers.setBearerAuth(administrator))
                    .bodyValue(Map.of("roles", List.of("agent")))
                    .exchange()
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("unknown-account");
        });
    }

    private WebTestClient.ResponseSpec ask(HttpMethod method, String verb, String token) {
        return client.method(method)
                .uri("/api/v1/accounts/{id}/{verb}", person, verb)
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(Map.of("roles", List.of("agent")))
                .exchange();
    }

    private WebTestClient.ResponseSpec grant(String id, String role) {
        return client.put()
                .uri("/api/v1/accounts/{id}/roles", id)
                .headers(headers -> headers.setBearerAuth(administrator))
                .bodyValue(Map.of("roles", List.of(role)))
                .exchange();
    }

    private WebTestClient.ResponseSpec signIn(String who) {
        return client.post()
                .uri("/api/v1/session")
                .bodyValue(Map.of("email", who, "password", People.PASSWORD))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    private WebTestClient.ResponseSpec session(String token) {
        return client.get()
                .uri("/api/v1/session")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }
}

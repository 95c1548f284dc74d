package chat.parlor.gateway.links;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.testing.People;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
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
    "parlor.gateway.sessions.failures-per-address=1000",
    "parlor.gateway.links.failures-per-address=1000",
    "parlor.gateway.links.invitations=5"
})
class LinksIT {

    private static final String NEW_PASSWORD = "a whole new sentence";
    private static final int AT_ONCE = 8;

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    WebTestClient client = WebTestClient.bindToServer().build();
    People people = new People(client);
    String administrator = "";
    String email = "";

    @BeforeEach
    void signIn() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        people = new People(client);
        administrator = people.token(People.ADMINISTRATOR);
        email = UUID.randomUUID() + "@links.test";
        database.sql("delete from one_time_link").then().block();
    }

    @Test
    void invitationBecomesAnAccountWithItsRoles() {
        var token = invite(email, "supervisor");

        post("/links/open", Map.of("token", token))
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"purpose\":\"invitation\",\"email\":\"" + email + "\"}");
        use(token, "Ada Invited").expectStatus().isOk();

        var session = people.token(email, NEW_PASSWORD);
        client.get()
                .uri("/api/v1/session")
                .headers(headers -> headers.setBearerAuth(session))
                .exchange()
                .expectBody()
                .jsonPath("$.account.name")
                .isEqualTo("Ada Invited")
                .jsonPath("$.account.roles[0]")
                .isEqualTo("supervisor");
        open().jsonPath("$.items").isEmpty();
    }

    @Test
    void linkIsStoredOnlyAsHash() {
        var token = invite(email, "agent");

        database.sql("select count(*) from one_time_link l where l::text like :token")
                .bind("token", "%" + token.substring(3) + "%")
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .as(StepVerifier::create)
                .expectNext(0L)
                .verifyComplete();
    }

    @Test
    void linkThatDoesNotCountSaysWhy() {
        var used = invite("used-" + email, "agent");
        use(used, "Used").expectStatus().isOk();
        var revoked = invite("revoked-" + email, "agent");
        invite("revoked-" + email, "agent");
        var expired = invite("expired-" + email, "agent");
        database.sql("update one_time_link set expires_at = now() where email = :email")
                .bind("email", "expired-" + email)
                .then()
                .block();

        Map.of(
                        used,
                        "link-used",
                        revoked,
                        "link-revoked",
                        expired,
                        "link-expired",
                        "pl_" + "x".repeat(43),
                        "unknown-link",
                        "' or 1=1",
                        "unknown-link")
                .forEach((token, code) -> {
                    refused("/links/open", Map.of("token", token), code);
                    refused("/links/use", Map.of("token", token, "name", "X", "password", NEW_PASSWORD), code);
                });
    }

    @Test
    void ofManyUsesAtOnceOneCounts() {
        var token = invite(email, "agent");

        var codes = Flux.range(0, AT_ONCE)
                .flatMap(number -> client.mutate()
                        .build()
                        .post()
                        .uri("/api/v1/links/use")
                        .bodyValue(Map.of("token", token, "name", "N" + number, "password", NEW_PASSWORD))
                        .exchange()
                        .returnResult(JsonNode.class)
                        .getResponseBody()
                        .next()
                        .map(body -> body.path("code").asString("ok")))
                .collectList()
                .block(Duration.ofSeconds(20));

        assertThat(codes).hasSize(AT_ONCE).containsOnlyOnce("ok");
        assertThat(people.token(email, NEW_PASSWORD)).startsWith("ps_");
    }

    @Test
    void badFieldsUseNothingUp() {
        var token = invite(email, "agent");

        post("/links/use", Map.of("token", token, "name", " ", "password", "short"))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(Objects.toString(fields)).contains("name", "password"));

        use(token, "Second try").expectStatus().isOk();
    }

    @Test
    void takenEmailCannotBeInvitedAndOpenInvitationsAreBounded() {
        refusedInvitation(People.ADMINISTRATOR, "email-taken");
        for (var number = 0; number < 5; number++) {
            invite(number + email, "agent");
        }

        refusedInvitation("more" + email, "too-many-invitations");
    }

    @Test
    void invitationTakenBackCountsNoMore() {
        var token = invite(email, "agent");
        var link = database.sql("select id from one_time_link")
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one()
                .block();

        revoke(Objects.requireNonNull(link)).expectStatus().isNoContent();

        refused("/links/open", Map.of("token", token), "link-revoked");
        revoke(Objects.requireNonNull(link)).expectStatus().isNotFound();
    }

    @Test
    void resetSetsTheNewPasswordAndEndsEverySession() {
        var person = people.create(email, "agent");
        var before = people.token(email);
        var token = reset(person);

        use(token, "").expectStatus().isOk();

        client.get()
                .uri("/api/v1/session")
                .headers(headers -> headers.setBearerAuth(before))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        post("/session", Map.of("email", email, "password", People.PASSWORD))
                .expectStatus()
                .isUnauthorized();
        assertThat(people.token(email, NEW_PASSWORD)).startsWith("ps_");
        refused("/links/use", Map.of("token", token, "password", NEW_PASSWORD), "link-used");
    }

    @Test
    void newerResetAndDisablingTakeResetsBack() {
        var person = people.create(email, "agent");
        var first = reset(person);
        var second = reset(person);
        refused("/links/open", Map.of("token", first), "link-revoked");

        asAdministrator("/accounts/" + person + "/disable").expectStatus().isOk();

        refused("/links/open", Map.of("token", second), "link-revoked");
        asAdministrator("/accounts/" + person + "/reset")
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("account-disabled");
    }

    @Test
    void onlyAdministratorsInviteAndSeeInvitations() {
        people.create(email, "supervisor");
        var supervisor = people.token(email);

        client.get()
                .uri("/api/v1/invitations")
                .headers(headers -> headers.setBearerAuth(supervisor))
                .exchange()
                .expectStatus()
                .isForbidden();
        client.post()
                .uri("/api/v1/invitations")
                .headers(headers -> headers.setBearerAuth(supervisor))
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isForbidden();
        client.delete()
                .uri("/api/v1/invitations/l_1")
                .headers(headers -> headers.setBearerAuth(supervisor))
                .exchange()
                .expectStatus()
                .isForbidden();
        client.get().uri("/api/v1/invitations").exchange().expectStatus().isUnauthorized();
        post("/invitations", Map.of()).expectStatus().isUnauthorized();
        client.delete().uri("/api/v1/invitations/l_1").exchange().expectStatus().isUnauthorized();
    }

    private String invite(String who, String role) {
        return token(client.post()
                .uri("/api/v1/invitations")
                .headers(headers -> headers.setBearerAuth(administrator))
                .bodyValue(Map.of("email", who, "roles", List.of(role)))
                .exchange());
    }

    private String reset(String account) {
        return token(asAdministrator("/accounts/" + account + "/reset"));
    }

    private static String token(WebTestClient.ResponseSpec answer) {
        var issued =
                answer.expectStatus().isCreated().expectBody(JsonNode.class).returnResult();
        return Objects.requireNonNull(issued.getResponseBody()).get("token").asString();
    }

    private WebTestClient.ResponseSpec use(String token, String name) {
        return post("/links/use", Map.of("token", token, "name", name, "password", NEW_PASSWORD));
    }

    private void refusedInvitation(String who, String code) {
        client.post()
                .uri("/api/v1/invitations")
                .headers(headers -> headers.setBearerAuth(administrator))
                .bodyValue(Map.of("email", who, "roles", List.of("agent")))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private void refused(String path, Map<String, ?> body, String code) {
        post(path, body).expectBody().jsonPath("$.code").isEqualTo(code);
    }

    private WebTestClient.ResponseSpec revoke(String link) {
        return client.delete()
                .uri("/api/v1/invitations/{id}", link)
                .headers(headers -> headers.setBearerAuth(administrator))
                .exchange();
    }

    private WebTestClient.BodyContentSpec open() {
        return client.get()
                .uri("/api/v1/invitations")
                .headers(headers -> headers.setBearerAuth(administrator))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    private WebTestClient.ResponseSpec asAdministrator(String path) {
        return client.post()
                .uri("/api/v1" + path)
                .headers(headers -> headers.setBearerAuth(administrator))
                .exchange();
    }

    private WebTestClient.ResponseSpec post(String path, Map<String, ?> body) {
        return client.post().uri("/api/v1" + path).bodyValue(body).exchange();
    }
}

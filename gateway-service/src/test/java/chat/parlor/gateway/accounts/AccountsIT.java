package chat.parlor.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.Contracts;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.chassis.test.TestTopics;
import chat.parlor.gateway.testing.FakeService;
import chat.parlor.gateway.testing.People;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceIT({"spring.config.name=gateway-service", People.ADMIN_EMAIL})
class AccountsIT {

    private static final FakeService GUESTS = new FakeService();
    private static final String GUEST_TOKEN = "pg_" + "g".repeat(43);
    private static final Path PASSWORD_FILE =
            Path.of("target", "secrets-" + ProcessHandle.current().pid(), "admin-password");

    @LocalServerPort
    int port;

    @Autowired
    TestTokens tokens;

    @Autowired
    TestTopics topics;

    WebTestClient client = WebTestClient.bindToServer().build();
    String administrator = "";

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.guest.url", GUESTS::url);
        registry.add("parlor.gateway.admin-password-file", PASSWORD_FILE::toString);
    }

    @AfterAll
    static void stop() {
        GUESTS.stop();
    }

    @BeforeEach
    void signIn() throws IOException {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
        administrator = new People(client)
                .token(People.ADMINISTRATOR, Files.readString(PASSWORD_FILE).strip());
    }

    @Test
    void generatedPasswordIsReadableByItsOwnerOnly() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(PASSWORD_FILE)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(PASSWORD_FILE).strip()).hasSizeGreaterThanOrEqualTo(22);
    }

    @Test
    void creationIsAnnouncedAndListed() {
        var id = create("ada@parlor.test", "Ada Lovelace", "supervisor")
                .expectStatus()
                .isCreated()
                .expectBody(Created.class)
                .returnResult()
                .getResponseBody();

        var account = Objects.requireNonNull(id).account();
        var fact = topics.await("account.changed", one -> one.key().equals(account.id()));
        Contracts.validate("gateway", "account.changed.v1", fact.raw());
        assertThat(fact.body().get("name").asString()).isEqualTo("Ada Lovelace");
        list("?q=LOVElace", administrator).jsonPath("$.items[0].id").isEqualTo(account.id());
        list("?q=%25", administrator).jsonPath("$.items").isEmpty();
        list("?q=' or 1=1 --", administrator).jsonPath("$.items").isEmpty();
    }

    @Test
    void listIsPagedWithoutGapOrRepeat() {
        for (var name : List.of("page c", "Page a", "page b")) {
            create(name.replace(" ", "") + "@paged.test", name, "agent")
                    .expectStatus()
                    .isCreated();
        }

        var first = Objects.requireNonNull(page("?q=paged.test&limit=2"));
        var second = Objects.requireNonNull(page("?q=paged.test&limit=2&cursor=" + first.next()));

        assertThat(first.items()).extracting(Account::name).containsExactly("Page a", "page b");
        assertThat(second.items()).extracting(Account::name).containsExactly("page c");
        assertThat(second.next()).isNull();
    }

    @Test
    void takenEmailIsAConflictWhateverItsCase() {
        create("Taken@parlor.test", "First", "agent").expectStatus().isCreated();

        create("tAKEN@parlor.test", "Second", "agent")
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("email-taken");
    }

    @Test
    void everyBadFieldIsNamed() {
        post(Map.of("name", "", "email", "no address", "password", "short", "roles", List.of("king")), administrator)
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid")
                .jsonPath("$.errors[*].field")
                .value(fields -> assertThat(fields.toString()).contains("name", "email", "password", "roles"));
    }

    @Test
    void wrongTypesAreRefusedNotBent() {
        for (var body : List.of(
                Map.of("name", Map.of("a", 1), "email", "x@y.z", "password", "long enough", "roles", List.of("agent")),
                Map.of("name", "x", "email", 7, "password", "long enough", "roles", List.of("agent")),
                Map.of("name", "x", "email", "x@y.z", "password", "long enough", "roles", "agent"),
                Map.of("name", "x", "email", "x@y.z", "password", "long enough", "roles", List.of(Map.of())))) {
            post(body, administrator).expectStatus().isBadRequest();
        }
    }

    @Test
    void rolesDecideWhoMayWhat() {
        GUESTS.answer("/internal/tokens", FakeService.Answer.of(200, "{\"id\":\"g_1\",\"name\":\"Guest\"}"));
        var matrix = Map.of(
                "agent", List.of(403, 200),
                "supervisor", List.of(403, 200),
                "administrator", List.of(422, 200));

        matrix.forEach((role, expected) -> {
            create(role + "@roles.test", role, role).expectStatus().isCreated();
            var token = new People(client).token(role + "@roles.test", People.PASSWORD);
            post(Map.of(), token).expectStatus().isEqualTo(expected.getFirst());
            get("/api/v1/accounts", token).expectStatus().isEqualTo(expected.getLast());
        });
        post(Map.of(), GUEST_TOKEN).expectStatus().isForbidden();
        get("/api/v1/accounts", GUEST_TOKEN).expectStatus().isForbidden();
        get("/api/v1/session", GUEST_TOKEN).expectStatus().isForbidden();
        client.get().uri("/api/v1/accounts").exchange().expectStatus().isUnauthorized();
        client.post()
                .uri("/api/v1/accounts")
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void onlyServicesReachInternalRoutes() {
        var id = Objects.requireNonNull(page("?q=" + People.ADMINISTRATOR))
                .items()
                .getFirst()
                .id();
        var path = "/internal/accounts?ids=a_none," + id;

        get(path, tokens.service())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(1)
                .jsonPath("$.items[0].roles[0]")
                .isEqualTo("administrator")
                .jsonPath("$.items[0].email")
                .doesNotExist();
        get(path, tokens.account("a_1", "Mallory", "administrator"))
                .expectStatus()
                .isNotFound();
        get(path, administrator).expectStatus().isNotFound();
        client.get().uri(path).exchange().expectStatus().isNotFound();
    }

    private WebTestClient.ResponseSpec create(String email, String name, String role) {
        return post(
                Map.of("name", name, "email", email, "password", People.PASSWORD, "roles", List.of(role)),
                administrator);
    }

    private WebTestClient.ResponseSpec post(Map<String, ?> body, String token) {
        return client.post()
                .uri("/api/v1/accounts")
                .headers(headers -> headers.setBearerAuth(token))
                .bodyValue(body)
                .exchange();
    }

    private WebTestClient.ResponseSpec get(String path, String token) {
        return client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private WebTestClient.BodyContentSpec list(String query, String token) {
        return get("/api/v1/accounts" + query, token).expectStatus().isOk().expectBody();
    }

    private @Nullable Page page(String query) {
        return get("/api/v1/accounts" + query, administrator)
                .expectStatus()
                .isOk()
                .expectBody(Page.class)
                .returnResult()
                .getResponseBody();
    }

    /// The answer to a creation.
    record Created(Account account) {}
}

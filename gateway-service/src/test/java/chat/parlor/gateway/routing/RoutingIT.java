package chat.parlor.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.testing.FakeService;
import chat.parlor.gateway.testing.FakeService.Answer;
import chat.parlor.gateway.testing.People;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

@ServiceIT({
    "spring.config.name=gateway-service",
    People.ADMIN_EMAIL,
    People.ADMIN_PASSWORD,
    "parlor.gateway.logins-kept=1h",
    "resilience4j.circuitbreaker.configs.default.wait-duration-in-open-state=1h",
    "parlor.gateway.trusted-proxies=127.0.0.1,::1"
})
class RoutingIT {

    private static final FakeService ROOMS = new FakeService();
    private static final FakeService MESSAGES = new FakeService();
    private static final FakeService GUESTS = new FakeService();
    private static final String NOBODY = "http://127.0.0.1:1";

    @LocalServerPort
    int port;

    @Autowired
    CircuitBreakerRegistry breakers;

    WebTestClient client = WebTestClient.bindToServer().build();
    String token = "";

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.room.url", ROOMS::url);
        registry.add("parlor.services.message.url", MESSAGES::url);
        registry.add("parlor.services.guest.url", GUESTS::url);
        registry.add("parlor.services.presence.url", () -> NOBODY);
        registry.add("parlor.services.ai.url", () -> NOBODY);
    }

    @AfterAll
    static void stop() {
        ROOMS.stop();
        MESSAGES.stop();
        GUESTS.stop();
    }

    @BeforeEach
    void signIn() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
        if (token.isEmpty()) {
            token = new People(client).token(People.ADMINISTRATOR);
        }
    }

    @Test
    void credentialIsSwappedAndWhatSpeaksForOthersIsTaken() throws Exception {
        client.get()
                .uri("/api/v1/rooms?q={q}&limit=5", "a b")
                .headers(headers -> headers.setBearerAuth(token))
                .header("X-Parlor-Caller", "root")
                .header("X-Real-IP", "6.6.6.6")
                .header("Forwarded", "for=6.6.6.6")
                .header("Cookie", "parlor_session=" + token)
                .header("X-Forwarded-For", "6.6.6.6, 203.0.113.9")
                .exchange()
                .expectStatus()
                .isOk();

        var asked = ROOMS.askedAt("/api/v1/rooms").getLast();
        assertThat(asked.uri()).isEqualTo("/api/v1/rooms?q=a%20b&limit=5");
        assertThat(asked.headers())
                .doesNotContainKeys(
                        "cookie", "x-parlor-caller", "x-real-ip", "forwarded", "x-forwarded-for", "x-forwarded-host")
                .containsKey("traceparent");
        var claims = claims(asked);
        assertThat(claims.getStringClaim("kind")).isEqualTo("account");
        assertThat(claims.getStringListClaim("roles"))
                .containsExactlyInAnyOrder("agent", "supervisor", "administrator");
        assertThat(claims.getStringClaim("address")).isEqualTo("203.0.113.9");
    }

    @Test
    void pathsReachTheirServices() {
        get("/api/v1/rooms/r_1/timeline?after=3").expectStatus().isOk();
        get("/api/v1/rooms/r_1/search?q=a").expectStatus().isOk();
        get("/api/v1/search?q=a").expectStatus().isOk();
        get("/api/v1/rooms/r_1").expectStatus().isOk();
        get("/api/v1/visibility").expectStatus().isOk();
        get("/api/v1/guests/me").expectStatus().isOk();
        get("/api/v1/rooms/r_1/visitor").expectStatus().isOk();

        assertThat(MESSAGES.askedAt("/api/v1/rooms/r_1/timeline")).hasSize(1);
        assertThat(MESSAGES.askedAt("/api/v1/rooms/r_1/search")).hasSize(1);
        assertThat(MESSAGES.askedAt("/api/v1/search")).hasSize(1);
        assertThat(ROOMS.askedAt("/api/v1/rooms/r_1")).hasSize(1);
        assertThat(ROOMS.askedAt("/api/v1/visibility")).hasSize(1);
        assertThat(GUESTS.askedAt("/api/v1/guests/me")).hasSize(1);
        assertThat(GUESTS.askedAt("/api/v1/rooms/r_1/visitor")).hasSize(1);
    }

    @Test
    void openRoutesAreCalledByNobodyInParticular() throws Exception {
        GUESTS.answer("/api/v1/guests", Answer.of(201, "{\"guest\":{}}"));

        client.get().uri("/api/v1/widget").exchange().expectStatus().isOk();
        client.post()
                .uri("/api/v1/guests")
                .header("X-Forwarded-For", "198.51.100.7")
                .bodyValue(Map.of("name", "Ada"))
                .exchange()
                .expectStatus()
                .isCreated();

        var asked = GUESTS.askedAt("/api/v1/guests").getLast();
        assertThat(asked.body()).isEqualTo("{\"name\":\"Ada\"}");
        assertThat(claims(asked).getStringClaim("kind")).isEqualTo("anonymous");
        assertThat(claims(asked).getStringClaim("address")).isEqualTo("198.51.100.7");
    }

    @Test
    void guestTokenIsAskedForOnceAndBecomesItsGuest() throws Exception {
        GUESTS.answer("/internal/tokens", Answer.of(200, "{\"id\":\"g_7\",\"name\":\"Ada\",\"more\":1}"));
        var guest = "pg_" + "a".repeat(43);

        for (var time = 0; time < 3; time++) {
            client.get()
                    .uri("/api/v1/rooms/r_guest")
                    .headers(headers -> headers.setBearerAuth(guest))
                    .exchange()
                    .expectStatus()
                    .isOk();
        }

        assertThat(claims(ROOMS.askedAt("/api/v1/rooms/r_guest").getLast()).getSubject())
                .isEqualTo("g_7");
        assertThat(GUESTS.askedAt("/internal/tokens").stream()
                        .filter(one -> one.body().contains(guest)))
                .hasSize(1);
    }

    @Test
    void unknownGuestTokenIsRefusedAsUnknown() {
        GUESTS.answer("/internal/tokens", Answer.of(404, "{}"));

        client.get()
                .uri("/api/v1/guests/me")
                .headers(headers -> headers.setBearerAuth("pg_" + "x".repeat(43)))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unknown-token");
    }

    @Test
    void serviceThatIsAwayIsSaidToBeAway() {
        for (var time = 0; time < 15; time++) {
            get("/api/v1/presence?members=a_1")
                    .expectStatus()
                    .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                    .expectHeader()
                    .valueEquals(HttpHeaders.RETRY_AFTER, "2")
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("service-unavailable");
        }
        assertThat(breakers.circuitBreaker("route.presence").getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(breakers.circuitBreaker("route.room").getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void answersOfServicesPassWithoutTheirCookies() {
        ROOMS.answer(
                "/api/v1/rooms/r_cookie",
                new Answer(
                        409,
                        "{\"code\":\"already-claimed\"}",
                        Map.of("Set-Cookie", "evil=1", "ETag", "\"7\"", "traceparent", "other"),
                        Duration.ZERO));

        get("/api/v1/rooms/r_cookie")
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE)
                .expectHeader()
                .valueEquals("ETag", "\"7\"")
                .expectHeader()
                .valueMatches("traceparent", "00-[0-9a-f]{32}-[0-9a-f]{16}-01")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("already-claimed");
    }

    @Test
    void bodiesOverTheLimitAreRefusedWhateverTheirLengthIsSaidToBe() {
        var largest = "{\"text\":\"" + "x".repeat(65_536 - 11) + "\"}";
        var chunks = Flux.range(0, 80).map(chunk -> "x".repeat(1_024));

        post("/api/v1/rooms", largest).expectStatus().isOk();
        post("/api/v1/rooms", largest + " ").expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        client.post()
                .uri("/api/v1/rooms")
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .body(chunks, String.class)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        post("/api/v1/accounts", largest + " ").expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void filesTakeTheirTimeAndHaveALimitOfTheirOwn() {
        var path = "/api/v1/rooms/r_1/attachments";
        MESSAGES.answer(path, new Answer(201, "{}", Map.of(), Duration.ofSeconds(2)));
        MESSAGES.answer(path + "/f_1", new Answer(200, "{}", Map.of("ETag", "\"f_1\""), Duration.ofSeconds(2)));
        var megabyte = "x".repeat(1024 * 1024);

        post(path, megabyte).expectStatus().isCreated();
        get(path + "/f_1").expectStatus().isOk().expectHeader().valueEquals("ETag", "\"f_1\"");
        client.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(Flux.range(0, 27).map(each -> megabyte), String.class)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
        post(path + "/f_1", megabyte).expectStatus().isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void unknownRoutesAreProblems() {
        client.get()
                .uri("/api/v1/nothing")
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-found");
        get("/api/v1/accounts/a_1/nothing").expectStatus().isNotFound();
        client.get().uri("/api/v1/rooms/r_1").exchange().expectStatus().isUnauthorized();
        client.patch()
                .uri("/api/v1/session")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
    }

    @Test
    void healthNamesWhatIsMissing() {
        client.get()
                .uri("/api/v1/health")
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.SERVICE_UNAVAILABLE)
                .expectBody()
                .jsonPath("$.ok")
                .isEqualTo(false)
                // the loops of sockets wait for topics that nobody has created here
                .jsonPath("$.missing[?(@ != 'loops')]")
                .value(missing -> assertThat(missing).asString().isEqualTo("[\"presence\",\"ai\"]"));
    }

    private WebTestClient.ResponseSpec get(String path) {
        return client.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private WebTestClient.ResponseSpec post(String path, String body) {
        return client.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }

    /// The claims of the internal token of a request, verified by the published keys as a service would.
    private JWTClaimsSet claims(FakeService.Asked asked) throws Exception {
        var keys = client.get()
                .uri("/internal/keys")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        var internal = SignedJWT.parse(
                Objects.requireNonNull(asked.headers().get("authorization")).substring("Bearer ".length()));
        var key = JWKSet.parse(Objects.requireNonNull(keys))
                .getKeyByKeyId(internal.getHeader().getKeyID())
                .toECKey();
        assertThat(key.isPrivate()).isFalse();
        assertThat(internal.verify(new ECDSAVerifier(key))).isTrue();
        return internal.getJWTClaimsSet();
    }
}

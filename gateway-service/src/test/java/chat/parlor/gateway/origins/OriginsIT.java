package chat.parlor.gateway.origins;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.testing.FakeService;
import chat.parlor.gateway.testing.People;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceIT({
    "spring.config.name=gateway-service",
    People.ADMIN_EMAIL,
    People.ADMIN_PASSWORD,
    "parlor.gateway.widget-origins=https://shop.test,https://*.chain.test"
})
class OriginsIT {

    private static final FakeService SERVICES = new FakeService();
    private static final String OWN = "own";
    private static final String WIDGET = "https://shop.test";
    private static final String FOREIGN = "https://evil.test";

    @LocalServerPort
    int port;

    WebTestClient client = WebTestClient.bindToServer().build();
    String token = "";

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        for (var service : new String[] {"room", "message", "presence", "guest", "ai"}) {
            registry.add("parlor.services." + service + ".url", SERVICES::url);
        }
    }

    @AfterAll
    static void stop() {
        SERVICES.stop();
    }

    @BeforeEach
    void signIn() {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
        token = new People(client).token(People.ADMINISTRATOR);
    }

    static Stream<Arguments> credentialsAndOrigins() {
        return Stream.of(
                // credential, origin, GET answers, POST answers
                Arguments.of("bearer", null, 200, 200),
                Arguments.of("bearer", OWN, 200, 200),
                Arguments.of("bearer", WIDGET, 200, 200),
                Arguments.of("bearer", FOREIGN, 403, 403),
                Arguments.of("bearer", "null", 403, 403),
                Arguments.of("cookie", null, 200, 403),
                Arguments.of("cookie", OWN, 200, 200),
                Arguments.of("cookie", WIDGET, 401, 403),
                Arguments.of("cookie", FOREIGN, 403, 403),
                Arguments.of("none", null, 401, 401),
                Arguments.of("none", WIDGET, 401, 401),
                Arguments.of("none", FOREIGN, 403, 403));
    }

    @ParameterizedTest
    @MethodSource("credentialsAndOrigins")
    void credentialCountsOnlyFromPagesThatMayUseIt(String credential, @Nullable String origin, int read, int write) {
        assertThat(call(HttpMethod.GET, credential, origin)).isEqualTo(read);
        assertThat(call(HttpMethod.POST, credential, origin)).isEqualTo(write);
    }

    @Test
    void refusalNamesTheOrigin() {
        client.post()
                .uri("/api/v1/rooms")
                .cookie("parlor_session", token)
                .bodyValue(Map.of())
                .exchange()
                .expectStatus()
                .isForbidden()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("origin-not-allowed");
    }

    @Test
    void foreignPagesCannotSignAnyoneIn() {
        client.post()
                .uri("/api/v1/session")
                .header(HttpHeaders.ORIGIN, FOREIGN)
                .bodyValue(Map.of("email", People.ADMINISTRATOR, "password", People.PASSWORD))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void widgetPagesMayAskAheadAndNeverWithCookies() {
        preflight("https://a.chain.test")
                .expectStatus()
                .isNoContent()
                .expectHeader()
                .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "https://a.chain.test")
                .expectHeader()
                .doesNotExist(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS)
                .expectHeader()
                .value(
                        HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS,
                        names -> assertThat(names).containsIgnoringCase("authorization"));
        preflight(FOREIGN).expectStatus().isEqualTo(HttpStatus.FORBIDDEN);
        preflight("https://chain.test.evil.test").expectStatus().isForbidden();
    }

    @Test
    void answersToWidgetPagesSaySo() {
        client.get()
                .uri("/api/v1/widget")
                .header(HttpHeaders.ORIGIN, WIDGET)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, WIDGET)
                .expectHeader()
                .value(HttpHeaders.VARY, vary -> assertThat(vary).contains("Origin"));
    }

    @Test
    void everyAnswerKeepsBrowsersFromGuessingAndFraming() {
        for (var path : new String[] {"/api/v1/widget", "/api/v1/nothing", "/console/", "/nothing"}) {
            client.get()
                    .uri(path)
                    .exchange()
                    .expectHeader()
                    .valueEquals("X-Content-Type-Options", "nosniff")
                    .expectHeader()
                    .value(
                            "Content-Security-Policy",
                            policy -> assertThat(policy)
                                    .contains("frame-ancestors 'none'")
                                    .doesNotContain("unsafe"));
        }
    }

    @Test
    void operatorsPathsAreNotForProxiedRequests() {
        client.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
        client.get()
                .uri("/actuator/health/liveness")
                .header("X-Forwarded-For", "203.0.113.9")
                .exchange()
                .expectStatus()
                .isNotFound();
        client.get().uri("/actuator/gateway/routes").exchange().expectStatus().isNotFound();
    }

    private int call(HttpMethod method, String credential, @Nullable String origin) {
        var request = client.method(method).uri("/api/v1/rooms");
        if (origin != null) {
            request.header(HttpHeaders.ORIGIN, OWN.equals(origin) ? "http://localhost:" + port : origin);
        }
        switch (credential) {
            case "bearer" -> request.headers(headers -> headers.setBearerAuth(token));
            case "cookie" -> request.cookie("parlor_session", token);
            default -> {}
        }
        return Objects.requireNonNull(
                        request.exchange().returnResult(String.class).getStatus())
                .value();
    }

    private WebTestClient.ResponseSpec preflight(String origin) {
        return client.options()
                .uri("/api/v1/guests")
                .header(HttpHeaders.ORIGIN, origin)
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, "POST")
                .header(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS, "content-type,authorization")
                .exchange();
    }
}

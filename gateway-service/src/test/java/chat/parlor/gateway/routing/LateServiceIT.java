package chat.parlor.gateway.routing;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.testing.FakeService;
import chat.parlor.gateway.testing.FakeService.Answer;
import chat.parlor.gateway.testing.People;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// A gateway so impatient that no service could be sure to answer in time.
@ServiceIT({
    "spring.config.name=gateway-service",
    People.ADMIN_EMAIL,
    People.ADMIN_PASSWORD,
    "spring.cloud.gateway.server.webflux.httpclient.response-timeout=200ms"
})
class LateServiceIT {

    private static final FakeService GUESTS = new FakeService();
    private static final String LATE = "/api/v1/guests/late";

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void services(DynamicPropertyRegistry registry) {
        registry.add("parlor.services.guest.url", GUESTS::url);
    }

    @AfterAll
    static void stop() {
        GUESTS.stop();
    }

    @BeforeEach
    void neverAnswer() {
        GUESTS.answer(LATE, new Answer(200, "{}", Map.of(), Duration.ofHours(1)));
    }

    @Test
    void serviceThatIsLateIsSaidToBeLate() {
        answers(HttpMethod.GET, "late");
        answers(HttpMethod.POST, "unknown-outcome");
    }

    private void answers(HttpMethod method, String code) {
        var client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(60))
                .build();
        var token = new People(client).token(People.ADMINISTRATOR);
        client.method(method)
                .uri(LATE)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.GATEWAY_TIMEOUT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }
}

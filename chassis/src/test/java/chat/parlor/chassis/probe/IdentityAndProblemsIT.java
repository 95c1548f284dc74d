package chat.parlor.chassis.probe;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceIT("spring.config.name=probe-service")
class IdentityAndProblemsIT {

    private final TestTokens tokens;
    private final WebTestClient http;

    @Autowired
    IdentityAndProblemsIT(TestTokens tokens, @LocalServerPort int port) {
        this.tokens = tokens;
        this.http = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Patience.LIMIT)
                .build();
    }

    @Test
    void callerIsWhomTheTokenVouchesFor() {
        get("/api/v1/whoami", tokens.account("a_1", "Ada", "agent"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo("a_1")
                .jsonPath("$.kind")
                .isEqualTo("account");
    }

    @Test
    void withoutTokenNothingIsAnswered() {
        http.get()
                .uri("/api/v1/whoami")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unauthorized");
    }

    @Test
    void forgedTokensAreNothing() {
        var valid = tokens.account("a_1", "Ada");
        var claims = valid.substring(valid.indexOf('.') + 1, valid.lastIndexOf('.'));
        var unsigned = "eyJhbGciOiJub25lIn0." + claims + ".";

        for (var forged : new String[] {unsigned, valid.substring(0, valid.length() - 4) + "AAAA", "x.y.z", ""}) {
            get("/api/v1/whoami", forged).expectStatus().isUnauthorized();
        }
    }

    @Test
    void gatewayKeyCannotSpeakForAService() {
        var posing = tokens.sign(Caller.of("room", CallerKind.SERVICE, "room"));

        get("/internal/secret", posing).expectStatus().isUnauthorized();
        get("/internal/secret", tokens.service()).expectStatus().isOk();
        get("/internal/secret", tokens.account("a_1", "Ada", "administrator"))
                .expectStatus()
                .isNotFound();
    }

    @Test
    void wrongTypesAreRefusedAndUnknownFieldsPassedOver() {
        post("{\"id\":{\"$ne\":1},\"text\":\"x\"}").expectStatus().isBadRequest();
        post("{\"id\":7,\"text\":\"x\"}").expectStatus().isBadRequest();
        post("{\"id\":\"a\",\"id\":\"b\",\"text\":\"x\"}").expectStatus().isBadRequest();
        post("[").expectStatus().isBadRequest();
        post("{\"id\":\"7\",\"text\":\"x\",\"extra\":[1]}").expectStatus().isOk();
    }

    @Test
    void recordIsItsComponentsOnTheWire() {
        post("{\"id\":\"7\",\"text\":\"x\"}")
                .expectBody()
                .json("{\"id\":\"7\",\"text\":\"x\"}", JsonCompareMode.STRICT);
    }

    @Test
    void errorsTellNothingOfTheInside() {
        var body = get("/api/v1/broken", tokens.account("a_1", "Ada"))
                .expectStatus()
                .is5xxServerError()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();

        assertThat(body).contains("\"code\":\"internal\"").doesNotContain("password", "Exception", "chat.parlor");
    }

    @Test
    void unknownRoutesAreProblemsToo() {
        get("/api/v1/nowhere", tokens.account("a_1", "Ada"))
                .expectStatus()
                .isNotFound()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("not-found")
                .jsonPath("$.type")
                .isEqualTo("/problems/not-found");
    }

    private WebTestClient.ResponseSpec get(String path, String token) {
        return http.get()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .exchange();
    }

    private WebTestClient.ResponseSpec post(String body) {
        return http.post()
                .uri("/api/v1/notes")
                .headers(headers -> headers.setBearerAuth(tokens.guest("g_1", "Gus")))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}

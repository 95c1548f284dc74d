package chat.parlor.gateway.testing;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/// People who sign in to a gateway under test through its public protocol.
public final class People {

    public static final String ADMINISTRATOR = "root@parlor.test";
    public static final String PASSWORD = "correct horse battery";
    /// Properties that give the gateway under test its administrator.
    public static final String ADMIN_EMAIL = "parlor.gateway.admin-email=" + ADMINISTRATOR;
    public static final String ADMIN_PASSWORD = "parlor.gateway.admin-password=" + PASSWORD;

    private final WebTestClient client;

    public People(WebTestClient client) {
        this.client = client;
    }

    /// Signs in with the tests' usual password and returns the token.
    public String token(String email) {
        return token(email, PASSWORD);
    }

    /// Signs in and returns the token.
    public String token(String email, String password) {
        var answer = client.post()
                .uri("/api/v1/session")
                .bodyValue(Map.of("email", email, "password", password))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(answer).get("token").asString();
    }

    /// Creates an account with roles and returns its id.
    public String create(String email, String... roles) {
        var administrator = token(ADMINISTRATOR);
        var answer = client.post()
                .uri("/api/v1/accounts")
                .headers(headers -> headers.setBearerAuth(administrator))
                .bodyValue(Map.of("name", email, "email", email, "password", PASSWORD, "roles", List.of(roles)))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(answer).get("account").get("id").asString();
    }

    /// The value of the session cookie an answer sets.
    public static String cookie(HttpHeaders headers) {
        return Objects.requireNonNull(headers.getFirst(HttpHeaders.SET_COOKIE));
    }
}

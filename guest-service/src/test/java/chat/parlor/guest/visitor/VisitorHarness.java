package chat.parlor.guest.visitor;

import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.TestTokens;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/// Guests who have begun a conversation, and staff who look at them. The rooms last as long as the tests.
abstract class VisitorHarness {

    static final RoomsStandIn ROOMS = new RoomsStandIn();
    final TestTokens tokens;
    final WebTestClient web;

    VisitorHarness(TestTokens tokens, int port) {
        this.tokens = tokens;
        this.web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Patience.LIMIT)
                .build();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OtherServicesTopics {
        @Bean
        NewTopic messageSend(Topics topics) {
            return topics.kept("message.send", Duration.ofHours(1));
        }
    }

    @DynamicPropertySource
    static void rooms(DynamicPropertyRegistry properties) {
        properties.add("parlor.services.room.url", ROOMS::url);
    }

    record Guest(String id, String room) {}

    WebTestClient.ResponseSpec call(HttpMethod method, String path, String caller, @Nullable Object body) {
        var request = web.method(method).uri(path).headers(headers -> headers.setBearerAuth(caller));
        return body == null ? request.exchange() : request.bodyValue(body).exchange();
    }

    StatusAssertions say(Guest guest, Map<String, ?> attributes) {
        var caller = tokens.guest(guest.id(), "Ada");
        return call(HttpMethod.PUT, "/api/v1/guests/me/attributes", caller, said(attributes))
                .expectStatus();
    }

    static Map<String, Object> said(Map<String, ?> attributes) {
        return Map.of("attributes", attributes);
    }

    void sign(Guest guest, Map<String, ?> attributes) {
        var made = ok(call(
                HttpMethod.POST,
                "/api/v1/settings/identity/keys",
                tokens.account("a_1", "Grace", "administrator"),
                Map.of("grace", "day")));
        var token = signedBy(made.path("secret").asString(), attributes);
        ok(call(
                HttpMethod.POST,
                "/api/v1/guests/identity",
                tokens.guest(guest.id(), "Ada"),
                Map.of("identity", token)));
    }

    private static String signedBy(String secret, Map<String, ?> attributes) {
        var claims = new JWTClaimsSet.Builder()
                .subject(Ids.random("u_"))
                .claim("name", "Ada")
                .claim("attributes", attributes)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .build();
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            jwt.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    Guest started() {
        return started(Map.of("name", "Ada", "email", "ada@example.com"));
    }

    Guest started(Map<String, ?> form) {
        var started = ok(call(HttpMethod.POST, "/api/v1/guests", tokens.anonymous("::1"), form));
        return new Guest(
                started.path("guest").path("id").asString(),
                started.path("room").path("id").asString());
    }

    JsonNode seen(Guest guest) {
        return ok(call(HttpMethod.GET, "/api/v1/rooms/" + guest.room() + "/visitor", agent(), null));
    }

    String agent() {
        return tokens.account("a_2", "Agnes", "agent");
    }

    static void code(WebTestClient.ResponseSpec answer, String code) {
        answer.expectBody().jsonPath("$.code").isEqualTo(code);
    }

    static JsonNode ok(WebTestClient.ResponseSpec answer) {
        return Objects.requireNonNull(answer.expectStatus()
                .is2xxSuccessful()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody());
    }
}

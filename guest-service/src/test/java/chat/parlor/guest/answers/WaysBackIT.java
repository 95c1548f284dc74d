package chat.parlor.guest.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.TestTokens;
import chat.parlor.chassis.test.TestTopics;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/// What the links of a mail do.
class WaysBackIT extends AnswersHarness {

    private static final Pattern BACK = Pattern.compile("(https://\\S+)#(pa_[\\w-]{43})");
    private static final String OPEN = "/api/v1/guests/answers/open";

    WaysBackIT(
            @Autowired TestTokens tokens,
            @Autowired TestTopics topics,
            @Autowired DatabaseClient database,
            @LocalServerPort int port) {
        super(tokens, topics, database, port);
    }

    @Test
    void linkLeadsBackOnceAndIsKeptAsADigest() {
        publish(OTHERS.say(room, "account", "Grace", "Hello"));
        var secret = back(mailOf(guest));

        var opened =
                open(secret).expectStatus().isOk().expectBody(JsonNode.class).returnResult();

        var body = Objects.requireNonNull(opened.getResponseBody());
        assertThat(body.path("room").asString()).isEqualTo(room);
        assertThat(body.path("guest").path("id").asString()).isEqualTo(guest);
        assertThat(holder(body.path("token").asString())).isEqualTo(guest);
        refused(secret, 410, "link-used");
        refused("pa_" + "A".repeat(43), 404, "unknown-link");
        refused("nonsense", 404, "unknown-link");
        assertThat(count("select count(*) from answer_link where encode(token_hash, 'escape') = :key", secret))
                .isZero();
    }

    @Test
    void linkThatIsTooOldLeadsNowhere() {
        publish(OTHERS.say(room, "account", "Grace", "Hello"));
        var secret = back(mailOf(guest));

        run("update answer_link set expires_at = now() where guest = :key", guest);

        refused(secret, 410, "link-expired");
    }

    @Test
    void erasedGuestLeavesNeitherLinksNorTokens() {
        publish(OTHERS.say(room, "account", "Grace", "Hello"));
        var used = back(mailOf(guest));
        open(used).expectStatus().isOk();

        web.post()
                .uri("/api/v1/guests/{guest}/erasure", guest)
                .headers(headers -> headers.setBearerAuth(tokens.account("a_1", "Root", "administrator")))
                .bodyValue(Map.of("name", "Ada"))
                .exchange()
                .expectStatus()
                .is2xxSuccessful();

        refused(used, 404, "unknown-link");
        for (var table : new String[] {"answer", "answer_link", "guest_token"}) {
            assertThat(count("select count(*) from " + table + " where guest = :key", guest))
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void mailsEndByTheirLinkWithoutSigningIn() throws MessagingException {
        publish(OTHERS.say(room, "account", "Grace", "Hello"));
        var stop = mailOf(guest).getHeader("List-Unsubscribe")[0].replaceAll("^<https://chat.example.org|>$", "");

        page(web.get().uri(stop), 200).value(html -> assertThat(html).contains("<form method=\"post\">"));
        assertThat(count("select count(*) from answer where guest = :key and stopped_at is null", guest))
                .isEqualTo(1);
        page(web.post().uri(stop), 200).value(html -> assertThat(html).contains("no more e-mails"));
        page(web.get().uri(stop + "x"), 404).value(html -> assertThat(html).contains("leads nowhere"));

        publish(OTHERS.say(room, "account", "Grace", "Still there?"));
        await().until(() -> count("select count(*) from answer where guest = :key and said_to = 2", guest) == 1);
        assertThat(count("select count(*) from answer where guest = :key and due_at is null", guest))
                .isEqualTo(1);
    }

    private String holder(String token) {
        var found = web.post()
                .uri("/internal/tokens")
                .headers(headers -> headers.setBearerAuth(tokens.service()))
                .bodyValue(Map.of("token", token))
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
        return Objects.requireNonNull(found).path("id").asString();
    }

    private WebTestClient.ResponseSpec open(String secret) {
        return web.post()
                .uri(OPEN)
                .headers(headers -> headers.setBearerAuth(tokens.anonymous("203.0.113.9")))
                .bodyValue(Map.of("secret", secret))
                .exchange();
    }

    private void refused(String secret, int status, String code) {
        open(secret)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private WebTestClient.BodySpec<String, ?> page(WebTestClient.RequestHeadersSpec<?> request, int status) {
        return request.headers(headers -> headers.setBearerAuth(tokens.anonymous("203.0.113.9")))
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .valueMatches("Content-Security-Policy", "default-src 'none'; style-src 'sha256-.*")
                .expectBody(String.class);
    }

    private static String back(MimeMessage mail) {
        var found = BACK.matcher(text(mail));
        assertThat(found.find()).isTrue();
        return found.group(2);
    }
}

package chat.parlor.gateway.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.gateway.testing.People;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceIT({
    "spring.config.name=gateway-service",
    People.ADMIN_EMAIL,
    People.ADMIN_PASSWORD,
    "parlor.gateway.forgotten.per-address=1000",
    "parlor.mail.host=127.0.0.1",
    "parlor.mail.tls=none",
    "parlor.mail.from=parlor@example.org",
    "parlor.mail.public-url=https://chat.example.org"
})
class ForgottenIT {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final Pattern LINK =
            Pattern.compile("https://chat\\.example\\.org/console/(invitation|password)#(pl_[\\w-]{43})");
    private static final String NEW_PASSWORD = "a whole new sentence";

    static {
        SERVER.start();
    }

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    WebTestClient client = WebTestClient.bindToServer().build();
    People people = new People(client);
    String administrator = "";
    String email = "";

    @DynamicPropertySource
    static void mailServer(DynamicPropertyRegistry registry) {
        registry.add("parlor.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @BeforeEach
    void signIn() throws Exception {
        client = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .responseTimeout(Duration.ofSeconds(20))
                .build();
        people = new People(client);
        administrator = people.token(People.ADMINISTRATOR);
        email = UUID.randomUUID() + "@links.test";
        SERVER.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void invitationIsAlsoSentAndItsLinkWorksOnce() {
        invite("de-CH,en;q=0.5").jsonPath("$.mailed").isEqualTo(true);

        var mail = arrived();
        assertThat(mail.subject()).isEqualTo("Du bist zu Parlor eingeladen");
        assertThat(mail.page()).isEqualTo("invitation");
        use(mail.token()).isOk();
        use(mail.token()).isEqualTo(HttpStatus.GONE);
        assertThat(people.token(email, NEW_PASSWORD)).startsWith("ps_");
    }

    @Test
    void forgottenPasswordIsReplacedByMailAndEverySessionEnds() {
        people.create(email, "agent");
        var before = people.token(email);

        ask(email.toUpperCase(Locale.ROOT));

        var mail = arrived();
        assertThat(mail.to()).isEqualTo(email);
        assertThat(mail.page()).isEqualTo("password");
        use(mail.token()).isOk();
        client.get()
                .uri("/api/v1/session")
                .headers(headers -> headers.setBearerAuth(before))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        assertThat(people.token(email, NEW_PASSWORD)).startsWith("ps_");
    }

    @Test
    void linkAskedForCountsForAnHour() {
        var account = people.create(email, "agent");
        ask(email);
        arrived();

        assertThat(text("select to_char(expires_at - created_at, 'HH24:MI') from one_time_link where account = '"
                        + account + "'"))
                .isEqualTo("01:00");
        assertThat(text("select result from audit where action = 'reset-asked' and subject = '" + account + "'"))
                .isEqualTo("ok");
    }

    @Test
    void answerTellsNothingAboutWhoHasAnAccount() {
        people.create(email, "agent");
        var disabled = people.create("disabled-" + email, "agent");
        client.post()
                .uri("/api/v1/accounts/{id}/disable", disabled)
                .headers(headers -> headers.setBearerAuth(administrator))
                .exchange()
                .expectStatus()
                .isOk();

        var before = strangers();
        var unknown = ask("unknown-" + email);
        var refused = ask("disabled-" + email);
        var known = ask(email);

        assertThat(List.of(told(unknown), told(refused))).containsOnly(told(known));
        assertThat(arrived().to()).isEqualTo(email);
        await().until(() -> strangers() == before + 2);
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void tooManyWishesForOneMailboxWait() {
        for (var time = 0; time < 3; time++) {
            ask("nobody-" + email);
        }

        post("nobody-" + email)
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-many");
    }

    @Test
    void whatIsNoAddressIsSaid() {
        post("a@b\r\nBcc: eve@example.org")
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("email");
        client.get()
                .uri("/api/v1/links/forgotten")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("{\"mail\":true}");
    }

    private record Arrived(String to, String subject, String page, String token) {}

    private static Arrived arrived() {
        await().until(() -> SERVER.getReceivedMessages().length == 1);
        try {
            MimeMessage mail = SERVER.getReceivedMessages()[0];
            var link = LINK.matcher(
                    GreenMailUtil.getWholeMessage(mail).replace("=\r\n", "").replace("=3D", "="));
            assertThat(link.find()).isTrue();
            return new Arrived(mail.getAllRecipients()[0].toString(), mail.getSubject(), link.group(1), link.group(2));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private WebTestClient.BodyContentSpec invite(String language) {
        return client.post()
                .uri("/api/v1/invitations")
                .headers(headers -> headers.setBearerAuth(administrator))
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .bodyValue(Map.of("email", email, "roles", List.of("agent")))
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody();
    }

    private EntityExchangeResult<byte[]> ask(String who) {
        return post(who).expectStatus().isNoContent().expectBody().returnResult();
    }

    /// All of an answer but when it was given and by which request.
    private static String told(EntityExchangeResult<byte[]> answer) {
        var headers = new HttpHeaders(answer.getResponseHeaders());
        List.of("Date", "traceparent", "X-Request-Id").forEach(headers::remove);
        return answer.getStatus() + headers.toString();
    }

    private WebTestClient.ResponseSpec post(String who) {
        return client.post()
                .uri("/api/v1/links/forgotten")
                .bodyValue(Map.of("email", who))
                .exchange();
    }

    private StatusAssertions use(String token) {
        return client.post()
                .uri("/api/v1/links/use")
                .bodyValue(Map.of("token", token, "name", "Nia", "password", NEW_PASSWORD))
                .exchange()
                .expectStatus();
    }

    /// How often somebody asked for an account that is not there.
    private int strangers() {
        return Integer.parseInt(
                text("select count(*)::text from audit where action = 'reset-asked' and result = 'failed'"));
    }

    private String text(String sql) {
        return Objects.requireNonNull(database.sql(sql)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .one()
                .block());
    }
}

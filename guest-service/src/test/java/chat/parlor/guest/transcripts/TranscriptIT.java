package chat.parlor.guest.transcripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceIT({
    "spring.config.name=guest-service",
    "parlor.guest.transcripts.per-day=2",
    "parlor.guest.transcripts.messages=100",
    "parlor.mail.host=127.0.0.1",
    "parlor.mail.tls=none",
    "parlor.mail.from=parlor@example.org",
    "parlor.mail.public-url=https://chat.example.org"
})
class TranscriptIT {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final TimelineStandIn TIMELINES = new TimelineStandIn();

    static {
        SERVER.start();
    }

    private final TestTokens tokens;
    private final DatabaseClient database;
    private final WebTestClient web;
    private String email = "";
    private String guest = "";
    private String room = "";

    TranscriptIT(@Autowired TestTokens tokens, @Autowired DatabaseClient database, @LocalServerPort int port) {
        this.tokens = tokens;
        this.database = database;
        this.web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Patience.LIMIT)
                .build();
    }

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        properties.add("parlor.services.message.url", TIMELINES::url);
        properties.add("parlor.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @BeforeEach
    void aGuest(@Autowired CircuitBreakerRegistry breakers) {
        breakers.circuitBreaker("message").reset();
        TIMELINES.away = false;
        TIMELINES.head = 3;
        email = Ids.random("ada") + "@example.org";
        register(email);
    }

    @AfterAll
    static void close() {
        TIMELINES.close();
        SERVER.stop();
    }

    @Test
    void theGuestGetsTheConversationAtTheAddressItGave() {
        send(member(tokens.guest(guest, "Ada"))).expectStatus().isNoContent();

        assertThat(GreenMailUtil.getWholeMessage(arrived()))
                .contains("said 1;", "said 2;")
                .doesNotContain("said 3;");
    }

    @Test
    void anAgentSendsItToTheGuestAndNobodyElse() throws MessagingException {
        send(member(tokens.account("a_1", "Grace", "agent"))).expectStatus().isNoContent();

        assertThat(arrived().getAllRecipients()).extracting(Object::toString).containsExactly(email);
    }

    @Test
    void whoeverMayNotReadItMayNotSendIt() {
        member(tokens.guest(guest, "Ada"));

        refused(tokens.guest("g_other", "Eve"), 403, "not-a-member");
        refused(tokens.account("a_1", "Grace", "administrator"), 403, "not-a-member");
        refused(tokens.anonymous("::1"), 403, "not-a-member");
        room = "../../internal";
        refused(member(tokens.guest(guest, "Ada")), 403, "not-a-member");
        assertThat(mails()).isEmpty();
    }

    @Test
    void aDayHasOnlySoMany() {
        var credential = member(tokens.guest(guest, "Ada"));
        send(credential).expectStatus().isNoContent();
        send(credential).expectStatus().isNoContent();

        send(credential)
                .expectStatus()
                .isEqualTo(429)
                .expectHeader()
                .exists(HttpHeaders.RETRY_AFTER)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too-many-transcripts");

        database.sql("update transcript set sent_at = sent_at - interval '1 day' where room = :room")
                .bind("room", room)
                .then()
                .block();
        send(credential).expectStatus().isNoContent();
    }

    @Test
    void withoutAnAddressThereIsNobodyToSendItTo() {
        register(null);

        refused(member(tokens.guest(guest, "Ada")), 409, "no-email");
    }

    @Test
    void longConversationsAreReadPageByPage() {
        TIMELINES.head = 120;

        send(member(tokens.guest(guest, "Ada"))).expectStatus().isNoContent();

        assertThat(GreenMailUtil.getWholeMessage(arrived()))
                .contains("said 119;", "said 22;")
                .doesNotContain("said 20;");
    }

    @Test
    void whileItCannotBeReadItIsAskedForAgain() {
        TIMELINES.away = true;

        send(member(tokens.guest(guest, "Ada")))
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals(HttpHeaders.RETRY_AFTER, "5");
    }

    private void register(@Nullable String email) {
        guest = Ids.random("g_");
        room = Ids.random("r_");
        database.sql("""
            insert into guest (id, token_hash, name, email, room, registered_at)
            values (:id, sha256(convert_to(:id, 'UTF8')), 'Ada', :email, :room, now())
            """)
                .bind("id", guest)
                .bind("email", Parameters.in(R2dbcType.VARCHAR, email))
                .bind("room", room)
                .then()
                .block();
    }

    /// Makes whoever has the credential the one member of the room.
    private static String member(String credential) {
        TIMELINES.credential = credential;
        return credential;
    }

    private void refused(String credential, int status, String code) {
        send(credential)
                .expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code);
    }

    private WebTestClient.ResponseSpec send(String credential) {
        return web.post()
                .uri("/api/v1/guests/transcripts")
                .headers(headers -> headers.setBearerAuth(credential))
                .bodyValue(Map.of("room", room, "zone", "Europe/Berlin", "language", "en"))
                .exchange();
    }

    private MimeMessage arrived() {
        await().until(() -> !mails().isEmpty());
        return mails().getFirst();
    }

    /// Those to the guest of this test: one of an earlier test may still have been on its way.
    private List<MimeMessage> mails() {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).equals(email))
                .toList();
    }

    private static Address[] recipients(MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}

package chat.parlor.guest.answers;

import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Topics;
import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.test.Patience;
import chat.parlor.chassis.test.ServiceIT;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.chassis.test.TestTopics;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;

/// A guest-service whose neighbours are played, with a mail server and a guest who has just left.
@ServiceIT({
    "spring.config.name=guest-service",
    "parlor.guest.answers.patience=300ms",
    "parlor.guest.answers.interval=1h",
    "parlor.guest.answers.look=50ms",
    "parlor.gateway.widget-origins=https://*.shop.example",
    "parlor.mail.host=127.0.0.1",
    "parlor.mail.tls=none",
    "parlor.mail.from=parlor@example.org",
    "parlor.mail.public-url=https://chat.example.org"
})
@Import(AnswersHarness.OtherServicesTopics.class)
abstract class AnswersHarness {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    static final OthersStandIn OTHERS = new OthersStandIn();

    static {
        SERVER.start();
    }

    final TestTokens tokens;
    final TestTopics topics;
    private final DatabaseClient database;
    final WebTestClient web;
    String guest = "";
    String room = "";

    AnswersHarness(
            @Autowired TestTokens tokens,
            @Autowired TestTopics topics,
            @Autowired DatabaseClient database,
            @LocalServerPort int port) {
        this.tokens = tokens;
        this.topics = topics;
        this.database = database;
        this.web = WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .responseTimeout(Patience.LIMIT)
                .build();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class OtherServicesTopics {
        @Bean
        NewTopic messageSent(Topics topics) {
            return topics.kept("message.sent", Duration.ofHours(1));
        }

        @Bean
        NewTopic messageRead(Topics topics) {
            return topics.kept("message.read", Duration.ofHours(1));
        }
    }

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry properties) {
        properties.add("parlor.services.message.url", OTHERS::url);
        properties.add("parlor.services.presence.url", OTHERS::url);
        properties.add("parlor.services.room.url", OTHERS::url);
        properties.add("parlor.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @BeforeEach
    void aGuest() {
        aGuest("https://www.shop.example/basket?step=2#top", "en");
    }

    void aGuest(String page, String language) {
        guest = Ids.random("g_");
        room = Ids.random("r_");
        run("""
            with added as (
                insert into guest (id, token_hash, name, email, room, registered_at, page, language)
                values (:key, sha256(convert_to(:key, 'UTF8')), 'Ada', :key || '@example.org', '%s', now(), '%s', '%s')
                returning id, room, registered_at)
            insert into conversation (guest, room, started_at) select id, room, registered_at from added
            """.formatted(room, page, language), guest);
    }

    void publish(Event... events) {
        topics.publish(events);
    }

    void run(String sql, String key) {
        database.sql(sql).bind("key", key).then().block(Patience.LIMIT);
    }

    long count(String sql, String key) {
        return Objects.requireNonNull(database.sql(sql)
                .bind("key", key)
                .map(row -> Objects.requireNonNull(row.get(0, Long.class)))
                .one()
                .block(Patience.LIMIT));
    }

    /// Its plain text.
    static String text(MimeMessage mail) {
        try {
            return MailText.of(mail);
        } catch (Exception unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static MimeMessage mailOf(String guest) {
        await().until(() -> !mailsOf(guest).isEmpty());
        return mailsOf(guest).getFirst();
    }

    static List<MimeMessage> mailsOf(String guest) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> GreenMailUtil.getHeaders(mail).contains(guest + "@example.org"))
                .toList();
    }
}

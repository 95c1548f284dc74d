package chat.parlor.chassis.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.mail.Mail;
import chat.parlor.chassis.mail.Mails;
import chat.parlor.chassis.test.ServiceIT;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@ServiceIT({
    "spring.config.name=probe-service",
    "parlor.mail.host=localhost",
    "parlor.mail.from=Parlor <parlor@example.org>",
    "parlor.mail.public-url=https://chat.example.org",
    "parlor.mail.tls=none",
    "parlor.mail.answer-timeout=500ms",
    "parlor.mail.send-timeout=1s",
    "parlor.mail.first-wait=50ms",
    "parlor.mail.longest-wait=200ms",
    "parlor.mail.most-waiting=3"
})
class MailIT {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static final MailDoor DOOR;

    static {
        SERVER.start();
        DOOR = new MailDoor(SERVER.getSmtp().getPort());
    }

    @Autowired
    Mails mails;

    @Autowired
    TransactionalOperator transaction;

    @Autowired
    DatabaseClient database;

    @Autowired
    MeterRegistry meters;

    @DynamicPropertySource
    static void behindTheDoor(DynamicPropertyRegistry registry) {
        registry.add("parlor.mail.port", DOOR::port);
    }

    @BeforeEach
    void clear() throws Exception {
        DOOR.mood = MailDoor.Mood.OPEN;
        database.sql("delete from mail").then().block();
        SERVER.purgeEmailFromAllMailboxes();
    }

    @AfterAll
    static void close() throws Exception {
        DOOR.close();
        SERVER.stop();
    }

    @Test
    void committedMailArrivesWithItsHeadersAsTextAndHtml() throws Exception {
        send(mail("ada@example.org", "Grüße")).expectNext(true).verifyComplete();

        var arrived = arrived("Grüße", 1).getFirst();
        assertThat(arrived.getSubject()).isEqualTo("Grüße");
        assertThat(arrived.getFrom()).extracting(Objects::toString).containsExactly("Parlor <parlor@example.org>");
        assertThat(arrived.getReplyTo()).extracting(Objects::toString).containsExactly("desk@example.org");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived.getMessageID()).matches("<m_[\\w-]{22}@example\\.org>");
        assertThat(content(arrived)).contains("Hello <Ada>", "Hello &lt;Ada&gt;", "https://chat.example.org/#t");
        await().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void mailThatCanBeEndedSaysHowInItsHeaders() throws Exception {
        var stop = URI.create("https://chat.example.org/stop/ps_1");
        send(new Mail("ada@example.org", "Answers", "en", List.of(), null, null, stop))
                .expectNext(true)
                .verifyComplete();
        send(mail("ada@example.org", "Once")).expectNext(true).verifyComplete();

        var arrived = arrived("Answers", 1).getFirst();
        assertThat(arrived.getHeader("List-Unsubscribe")).containsExactly("<https://chat.example.org/stop/ps_1>");
        assertThat(arrived.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(arrived("Once", 1).getFirst().getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void rolledBackMailIsNeverSent() {
        mails.send(mail("ghost@example.org", "Ghost"))
                .then(Mono.error(new IllegalStateException("rollback")))
                .as(transaction::transactional)
                .as(StepVerifier::create)
                .verifyErrorMessage("rollback");
        send(mail("ada@example.org", "Real")).expectNext(true).verifyComplete();

        assertThat(arrived("Real", 1)).hasSize(1);
        assertThat(withSubject("Ghost")).isEmpty();
    }

    @Test
    void sendingOutsideATransactionFails() {
        mails.send(mail("ada@example.org", "Stray")).as(StepVerifier::create).verifyError();
    }

    @Test
    void headersCannotBeInjected() throws Exception {
        send(mail("ada@example.org\r\nBcc: eve@example.org", "S"))
                .expectNext(false)
                .verifyComplete();
        send(mail("ada@example.org", "S\r\nBcc: eve@example.org\r\n\r\nbody"))
                .expectNext(true)
                .verifyComplete();

        var arrived = arrived("S Bcc: eve@example.org body", 1).getFirst();
        assertThat(arrived.getHeader("Bcc")).isNull();
        assertThat(arrived.getAllRecipients()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"SHUT", "SILENT", "DRIPPING", "BUSY"})
    void mailArrivesOnceTheServerIsWellAgain(MailDoor.Mood trouble) {
        DOOR.mood = trouble;
        var before = DOOR.knocks.get();
        send(mail("ada@example.org", trouble.name())).expectNext(true).verifyComplete();
        await().until(() -> DOOR.knocks.get() >= before + 2);
        assertThat(waiting()).isOne();

        DOOR.mood = MailDoor.Mood.OPEN;

        assertThat(arrived(trouble.name(), 1)).hasSize(1);
        await().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void mailRepeatedAfterABrokenLineKeepsItsId() throws Exception {
        DOOR.mood = MailDoor.Mood.BREAKING;
        send(mail("ada@example.org", "Twice")).expectNext(true).verifyComplete();
        arrived("Twice", 1);

        DOOR.mood = MailDoor.Mood.OPEN;

        var both = arrived("Twice", 2);
        assertThat(both.getFirst().getMessageID()).isEqualTo(both.getLast().getMessageID());
    }

    @Test
    void refusedMailIsGivenUpAndOthersAreNot() {
        DOOR.mood = MailDoor.Mood.REFUSING;
        var before = count("refused");
        send(mail("nobody@example.org", "Lost")).expectNext(true).verifyComplete();
        await().until(() -> count("refused") == before + 1);

        DOOR.mood = MailDoor.Mood.OPEN;
        send(mail("ada@example.org", "Found")).expectNext(true).verifyComplete();

        assertThat(arrived("Found", 1)).hasSize(1);
        await().untilAsserted(() -> assertThat(waiting()).isZero());
    }

    @Test
    void mailIsTriedALastTimeWhenItSaysSo() {
        DOOR.mood = MailDoor.Mood.SHUT;
        var before = count("expired");
        var knocks = DOOR.knocks.get();
        var now = Instant.now();

        send(mail("ada@example.org", "Late", now.minusSeconds(1)))
                .expectNext(true)
                .verifyComplete();

        await().until(() -> count("expired") == before + 1);
        assertThat(DOOR.knocks.get()).isGreaterThan(knocks);
        assertThat(waiting()).isZero();
    }

    @Test
    void waitingMailIsBoundedAndSealed() {
        DOOR.mood = MailDoor.Mood.SHUT;
        for (var number = 0; number < 3; number++) {
            send(mail("ada@example.org", "Waiting")).expectNext(true).verifyComplete();
        }
        send(mail("ada@example.org", "One too many")).expectNext(false).verifyComplete();

        var stored = database.sql("select encode(sealed, 'escape') as text from mail")
                .map(row -> Objects.requireNonNull(row.get("text", String.class)))
                .all()
                .collectList()
                .block();
        assertThat(stored).hasSize(3).noneMatch(text -> text.contains("ada@") || text.contains("Hello"));
    }

    private StepVerifier.FirstStep<Boolean> send(Mail mail) {
        return mails.send(mail).as(transaction::transactional).as(StepVerifier::create);
    }

    private Mail mail(String to, String subject) {
        return mail(to, subject, null);
    }

    private Mail mail(String to, String subject, @Nullable Instant until) {
        List<Mail.Block> blocks =
                List.of(new Mail.Paragraph("Hello <Ada>"), new Mail.Button("Open", mails.page("/#t")));
        return new Mail(to, subject, "en", blocks, "desk@example.org", until);
    }

    /// Those with this subject, once there are so many: one of an earlier test may still have been on its way.
    private static List<MimeMessage> arrived(String subject, int many) {
        await().until(() -> withSubject(subject).size() >= many);
        return withSubject(subject);
    }

    private static List<MimeMessage> withSubject(String subject) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(mail -> subject.equals(subject(mail)))
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String content(MimeMessage mail) throws Exception {
        return flat((MimeMultipart) mail.getContent());
    }

    private static String flat(MimeMultipart parts) throws Exception {
        var all = new StringBuilder();
        for (var at = 0; at < parts.getCount(); at++) {
            var part = parts.getBodyPart(at).getContent();
            all.append(part instanceof MimeMultipart inner ? flat(inner) : part);
        }
        return all.toString();
    }

    private Long waiting() {
        return Objects.requireNonNull(database.sql("select count(*) as n from mail")
                .map(row -> Objects.requireNonNull(row.get("n", Long.class)))
                .one()
                .block());
    }

    private double count(String result) {
        return meters.counter("parlor.mail", "result", result).count();
    }
}

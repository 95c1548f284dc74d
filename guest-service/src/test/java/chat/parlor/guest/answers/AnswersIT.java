package chat.parlor.guest.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.test.TestTokens;
import chat.parlor.chassis.test.TestTopics;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/// What is sent, to whom, and when.
class AnswersIT extends AnswersHarness {

    AnswersIT(
            @Autowired TestTokens tokens,
            @Autowired TestTopics topics,
            @Autowired DatabaseClient database,
            @LocalServerPort int port) {
        super(tokens, topics, database, port);
    }

    @Test
    void whatWasSaidMeanwhileReachesWhoIsAwayInOneMail() throws MessagingException {
        publish(
                OTHERS.say(room, "guest", guest, "Is anybody there?"),
                OTHERS.say(room, "bot", "Ivy", "One moment"),
                OTHERS.say(room, "account", "Grace", "We ship to Norway"));

        var mail = mailOf(guest);
        assertThat(mail.getSubject()).isEqualTo("Parlor has answered you");
        assertThat(text(mail))
                .contains("Ivy", "> One moment", "Grace", "> We ship to Norway")
                .contains("https://www.shop.example/basket?step=2#pa_")
                .doesNotContain("Is anybody there?");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mailsOf(guest)).hasSize(1);
    }

    @Test
    void whoHasReadItOrWroteSinceIsLeftAlone() {
        var reader = guest;
        publish(OTHERS.say(room, "account", "Grace", "Read this"), read(room, guest, 1));
        aGuest("https://www.shop.example/", "en");
        var writer = guest;
        publish(OTHERS.say(room, "account", "Grace", "And this"), OTHERS.say(room, "guest", guest, "I have"));
        aGuest("https://www.shop.example/", "en");
        publish(OTHERS.say(room, "account", "Grace", "Hello"), read(room, "a_grace", 1));

        assertThat(text(mailOf(guest))).contains("Hello");
        await().until(() -> count("select count(*) from answer where guest = :key and due_at is null", reader) == 1);
        await().until(() -> count("select count(*) from answer where guest = :key and due_at is null", writer) == 1);
        assertThat(mailsOf(reader)).isEmpty();
        assertThat(mailsOf(writer)).isEmpty();
    }

    @Test
    void whoIsThereGetsItOnlyAfterLeaving() {
        OTHERS.here.add(guest);
        publish(OTHERS.say(room, "account", "Grace", "Hello"));
        await().until(() -> count("select count(*) from answer where guest = :key and due_at > now()", guest) == 1);
        assertThat(mailsOf(guest)).isEmpty();

        OTHERS.here.remove(guest);

        assertThat(text(mailOf(guest))).contains("Hello");
    }

    @Test
    void moreWaitsUntilAnotherMailMayGo() {
        var first = OTHERS.say(room, "account", "Grace", "Hello");
        publish(first);
        mailOf(guest);

        publish(first, OTHERS.say(room, "account", "Grace", "One more thing"));

        await().until(() -> count("select count(*) from answer where guest = :key and said_to = 2", guest) == 1);
        assertThat(dueIn(guest)).isBetween(Duration.ofMinutes(55), Duration.ofMinutes(60));
        run("update answer set due_at = now() where guest = :key", guest);
        await().until(() -> mailsOf(guest).size() == 2);
        assertThat(text(mailsOf(guest).getLast())).contains("One more thing").doesNotContain("> Hello");
    }

    @Test
    void whatWasDueWhenEverythingStoppedIsSentOnce() {
        OTHERS.say(room, "account", "Grace", "Before the restart");

        run(
                "insert into answer (room, guest, said_to, due_at) values ('" + room
                        + "', :key, 1, now() - interval '1 h')",
                guest);

        assertThat(text(mailOf(guest))).contains("Before the restart");
        await().until(() -> count("select count(*) from answer where guest = :key and mailed_to = 1", guest) == 1);
        assertThat(mailsOf(guest)).hasSize(1);
    }

    @Test
    void notesAndRoomsNoGuestBeganAreNobodysAnswers() {
        publish(OTHERS.say("b_" + room, "account", "Grace", "A good customer"));
        publish(OTHERS.say(room, "account", "Grace", "Hello"));

        assertThat(text(mailOf(guest))).doesNotContain("good customer");
        assertThat(count("select count(*) from answer where room = :key", "b_" + room))
                .isZero();
    }

    @Test
    void pageThatMayNotHoldTheWidgetIsNotLedTo() {
        aGuest("https://shop.example.evil.test/", "de-CH");
        publish(OTHERS.say(room, "account", "Grace", "Hallo"));

        assertThat(text(mailOf(guest)))
                .contains("https://chat.example.org/chat/#pa_", "hat geantwortet")
                .doesNotContain("evil.test");
    }

    @Test
    void switchedOffNothingIsSent() {
        settings(false);
        publish(OTHERS.say(room, "account", "Grace", "Hello"));
        await().until(() ->
                count("select count(*) from answer where guest = :key and said_to = 1 and due_at is null", guest) == 1);
        settings(true);

        assertThat(mailsOf(guest)).isEmpty();
    }

    private void settings(boolean answers) {
        web.put()
                .uri("/api/v1/settings/widget")
                .headers(headers -> headers.setBearerAuth(tokens.account("a_1", "Root", "administrator")))
                .bodyValue(Map.of("answersByMail", answers))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static Event read(String room, String member, long seq) {
        var body = Map.of("room", room, "member", member, "seq", seq, "ordinal", seq, "at", Instant.EPOCH);
        return Event.of("message.read", room, "message.read.v1", body);
    }

    private Duration dueIn(String guest) {
        var seconds = count("select extract(epoch from due_at - now())::bigint from answer where guest = :key", guest);
        return Duration.ofSeconds(seconds);
    }
}

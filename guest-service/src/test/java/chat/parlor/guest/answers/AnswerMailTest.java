package chat.parlor.guest.answers;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.mail.Mail;
import chat.parlor.chassis.mail.Mails;
import chat.parlor.chassis.test.SpokenMails;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

class AnswerMailTest {

    private static final Instant EXPIRES = Instant.parse("2026-03-09T12:00:00Z");
    private static final Duration ANY = Duration.ofMinutes(1);
    private static final WidgetPages PAGES = new WidgetPages(List.of("https://*.shop.example", "http://localhost:*"));

    private final AnswerMail writer =
            new AnswerMail(new Ours(), PAGES, new AnswerProperties(ANY, ANY, ANY, ANY, ANY, ANY, 3, 1_000));

    @Test
    void everyLanguageHasEveryText() {
        SpokenMails.check("answer");
    }

    @Test
    void firstAnswersAreQuotedAndItIsSaidWhenThereAreMore() {
        assertThat(quotes(written(said(3, 10)))).hasSize(3);
        assertThat(written(said(3, 10)).blocks().toString()).doesNotContain("There is more");
        assertThat(quotes(written(said(4, 10)))).hasSize(3);
        assertThat(written(said(4, 10)).blocks().toString()).contains("There is more");
        assertThat(quotes(written(said(3, 500)))).hasSize(2);
        assertThat(quotes(written(said(1, 2_000))).getFirst().text())
                .hasSize(1_001)
                .endsWith("…");
    }

    @Test
    void linkEndsWithTheMailAndTheMailCanBeEnded() {
        var mail = written(said(1, 10));

        assertThat(mail.until()).isEqualTo(EXPIRES);
        assertThat(mail.unsubscribe()).hasToString("https://chat.example.org/api/v1/guests/answers/stop/ps_2");
        assertThat(mail.blocks().toString()).contains("March 9, 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.shop.example/a?b=c#d, https://www.shop.example/a?b=c#pa_1",
        "http://localhost:3000/, http://localhost:3000/#pa_1",
        "https://chat.example.org/demo/, https://chat.example.org/demo/#pa_1",
        "https://shop.example.evil.test/, https://chat.example.org/chat/#pa_1",
        "https://www.shop.example@evil.test/, https://chat.example.org/chat/#pa_1",
        "http://www.shop.example/, https://chat.example.org/chat/#pa_1",
        "https://not a page, https://chat.example.org/chat/#pa_1",
        ", https://chat.example.org/chat/#pa_1"
    })
    void linkLeadsToThePageItBeganOnIfThatMayHoldTheWidget(@Nullable String page, String link) {
        var to = new AnswerTable.Addressee("ada@example.org", page, "en");

        var mail = writer.written(to, "Acme", said(1, 10), new AnswerLinks.Secrets("pa_1", "ps_2"), EXPIRES);

        assertThat(mail.blocks())
                .filteredOn(Mail.Button.class::isInstance)
                .extracting(button -> ((Mail.Button) button).address().toString())
                .containsExactly(link);
    }

    private Mail written(List<Unread.Entry> answers) {
        var to = new AnswerTable.Addressee("ada@example.org", null, null);
        return writer.written(to, "Acme", answers, new AnswerLinks.Secrets("pa_1", "ps_2"), EXPIRES);
    }

    private static List<Unread.Entry> said(int count, int characters) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(seq -> new Unread.Entry(
                        "message.sent", seq, new Unread.Author("bot", "Ivy"), "x".repeat(characters), null, null))
                .toList();
    }

    private static List<Mail.Quote> quotes(Mail mail) {
        return mail.blocks().stream()
                .filter(Mail.Quote.class::isInstance)
                .map(Mail.Quote.class::cast)
                .toList();
    }

    private static final class Ours implements Mails {
        @Override
        public boolean on() {
            return true;
        }

        @Override
        public Mono<Boolean> send(Mail mail) {
            return Mono.just(true);
        }

        @Override
        public URI page(String path) {
            return URI.create("https://chat.example.org" + path);
        }
    }
}

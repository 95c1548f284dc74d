package chat.parlor.guest.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import chat.parlor.chassis.mail.Mail;
import chat.parlor.chassis.test.SpokenMails;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TranscriptMailTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Wanted ENGLISH = new Wanted("r_1", "Europe/Berlin", "en");

    private final TranscriptMail writer = new TranscriptMail(new TranscriptProperties(3, 5, 1_000));

    @Test
    void everyMessageIsQuotedWithWhoAndWhenInTheGuestsZone() {
        var mail = written(List.of(said(1, "Hello"), said(2, "Hi")), ENGLISH);

        assertThat(mail.subject()).isEqualTo("Your conversation with Acme");
        assertThat(quotes(mail)).extracting(Mail.Quote::text).containsExactly("Hello", "Hi");
        assertThat(quotes(mail).getFirst().about())
                .startsWith("Ada, Mar 1, 2026")
                .contains("1:00");
    }

    @Test
    void everyLanguageHasEveryText() {
        SpokenMails.check("transcript");
    }

    @Test
    void filesAreNamed() {
        var file = List.of(new Said.File("offer.pdf"));
        var mail = written(
                List.of(
                        new Said("message.sent", 1, new Said.Author("Ada"), NOON, "", file, null),
                        new Said("message.sent", 2, new Said.Author("Ada"), NOON, "See", file, null)),
                ENGLISH);

        assertThat(quotes(mail))
                .extracting(Mail.Quote::text)
                .containsExactly("[File: offer.pdf]", "See\n[File: offer.pdf]");
    }

    @Test
    void newestAreKeptOfTooManyAndItIsSaid() {
        var atMost = LongStream.rangeClosed(1, 5)
                .mapToObj(seq -> said(seq, "n" + seq))
                .toList();
        var oneMore = LongStream.rangeClosed(1, 6)
                .mapToObj(seq -> said(seq, "n" + seq))
                .toList();

        assertThat(quotes(written(atMost, ENGLISH))).hasSize(5);
        assertThat(quotes(written(oneMore, ENGLISH)))
                .extracting(Mail.Quote::text)
                .containsExactly("n2", "n3", "n4", "n5", "n6");
        assertThat(written(oneMore, ENGLISH).blocks().toString()).contains("its beginning is left out");
        assertThat(written(atMost, ENGLISH).blocks().toString()).doesNotContain("left out");
    }

    @Test
    void newestAreKeptOfTooLong() {
        var half = "x".repeat(500);

        assertThat(quotes(written(List.of(said(1, half), said(2, half)), ENGLISH)))
                .hasSize(2);
        assertThat(quotes(written(List.of(said(1, "1"), said(2, half), said(3, half)), ENGLISH)))
                .hasSize(2);
    }

    @Test
    void languageIsTheGuestsAndAnUnknownZoneIsUtc() {
        var mail = written(List.of(said(1, "Hallo")), new Wanted("r_1", "Nowhere/Else", "de-AT"));

        assertThat(mail.language()).isEqualTo("de");
        assertThat(mail.subject()).isEqualTo("Ihr Gespräch mit Acme");
        assertThat(quotes(mail).getFirst().about()).contains("12:00");
        assertThat(written(List.of(), new Wanted("r_1", null, null)).language()).isEqualTo("en");
    }

    private Mail written(List<Said> said, Wanted wanted) {
        return writer.written("ada@example.org", "Acme", said, wanted);
    }

    private static List<Mail.Quote> quotes(Mail mail) {
        return mail.blocks().stream()
                .filter(Mail.Quote.class::isInstance)
                .map(Mail.Quote.class::cast)
                .toList();
    }

    private static Said said(long seq, @Nullable String text) {
        return new Said("message.sent", seq, new Said.Author("Ada"), NOON, text, null, null);
    }
}

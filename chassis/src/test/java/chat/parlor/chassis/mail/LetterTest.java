package chat.parlor.chassis.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterTest {

    @Test
    void subjectIsOneLineWhateverItHolds() {
        var letter = letter("Hello\r\nBcc: everybody@example.org\u0000\u202e \u2028end");

        assertThat(letter.subject()).isEqualTo("Hello Bcc: everybody@example.org end");
    }

    @Test
    void longSubjectIsShortenedBetweenCharacters() {
        var subject = letter("x" + "🙂".repeat(200)).subject();

        assertThat(subject).hasSizeLessThanOrEqualTo(200).endsWith("🙂…");
    }

    @Test
    void htmlEscapesEveryText() {
        var evil = "<script>alert('1')</script> & \"more\"";

        var html = letter(
                        evil,
                        new Mail.Paragraph(evil),
                        new Mail.Button(evil, URI.create("https://a.example/?a=%22&b=1")),
                        new Mail.Quote(evil, evil),
                        new Mail.Remark(evil, null))
                .html();

        assertThat(html).doesNotContain("<script>").contains("&lt;script&gt;", "a=%22&amp;b=1");
    }

    @Test
    void plainTextSaysTheSameAndMarksWhatOthersWrote() {
        var text = letter(
                        "S",
                        new Mail.Paragraph("First\r\nsecond\u0007"),
                        new Mail.Button("Open\nit", URI.create("https://a.example/#t")),
                        new Mail.Quote("Ada, 10:00", "one\n-- \ntwo"),
                        new Mail.Remark("Stop", URI.create("https://a.example/stop")))
                .text();

        assertThat(text).isEqualTo("""
                First
                second

                Open it:
                https://a.example/#t

                Ada, 10:00
                > one
                > --\s
                > two

                --\s
                Stop
                https://a.example/stop
                """);
    }

    @Test
    void arabicReadsFromTheRight() {
        var mail = new Mail("a@example.org", "S", "ar", List.of(), null, null);

        assertThat(Letter.of(mail, "a@example.org", null).html()).contains("<html lang=\"ar\" dir=\"rtl\">");
        assertThat(letter("S").html()).contains("<html lang=\"en\" dir=\"ltr\">");
    }

    private static Letter letter(String subject, Mail.Block... blocks) {
        return Letter.of(new Mail("a@example.org", subject, "en", List.of(blocks), null, null), "a@example.org", null);
    }
}

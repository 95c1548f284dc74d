package chat.parlor.guest.answers;

import chat.parlor.chassis.mail.Mail;
import chat.parlor.chassis.mail.MailTexts;
import chat.parlor.chassis.mail.Mails;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Writes what was said while somebody was away as a mail.
@Component
class AnswerMail {

    /// Where whoever came from nowhere goes on, on this Parlor itself.
    private static final String HOSTED = "/chat/";

    private static final String STOP = "/api/v1/guests/answers/stop/";

    private final MailTexts texts = MailTexts.of("answer");
    private final Mails mails;
    private final WidgetPages pages;
    private final AnswerProperties properties;

    AnswerMail(Mails mails, WidgetPages pages, AnswerProperties properties) {
        this.mails = mails;
        this.pages = pages;
        this.properties = properties;
    }

    /// @param brand who answered
    /// @param answers at least one, the oldest first; when they are too many, the mail says so
    /// @param expires when the link back ends
    Mail written(
            AnswerTable.Addressee to,
            String brand,
            List<Unread.Entry> answers,
            AnswerLinks.Secrets secrets,
            Instant expires) {
        var spoken = texts.in(to.language());
        var stop = mails.page(STOP + secrets.stop());
        var quoted = fitting(answers);
        var blocks = new ArrayList<Mail.Block>();
        blocks.add(new Mail.Paragraph(spoken.say("what", "brand", brand)));
        quoted.forEach(answer -> blocks.add(new Mail.Quote(answer.from(), text(answer, spoken))));
        if (quoted.size() < answers.size()) {
            blocks.add(new Mail.Paragraph(spoken.say("more")));
        }
        blocks.add(new Mail.Button(spoken.say("do"), back(to, secrets)));
        blocks.add(new Mail.Paragraph(spoken.say("once", "until", day(expires, spoken.language()))));
        blocks.add(new Mail.Remark(spoken.say("stop", "brand", brand), stop));
        return new Mail(
                to.email(), spoken.say("subject", "brand", brand), spoken.language(), blocks, null, expires, stop);
    }

    private URI back(AnswerTable.Addressee to, AnswerLinks.Secrets secrets) {
        var hosted = mails.page(HOSTED);
        var page = pages.allowed(to.page(), hosted).orElse(hosted);
        return URI.create(page + "#" + secrets.back());
    }

    /// As many from the first on as may be in one mail; the first in any case.
    private List<Unread.Entry> fitting(List<Unread.Entry> answers) {
        var characters = 0;
        for (var count = 0; count < answers.size(); count++) {
            characters += answers.get(count).said().length();
            if (count == properties.messages() || (count > 0 && characters > properties.characters())) {
                return answers.subList(0, count);
            }
        }
        return answers;
    }

    private String text(Unread.Entry answer, MailTexts.Spoken spoken) {
        var files = answer.files().stream().map(file -> spoken.say("file", "name", file.name()));
        return Stream.concat(Stream.of(shortened(answer.said())), files)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// A single message may be longer than a mail.
    private String shortened(String text) {
        return text.length() <= properties.characters() ? text : text.substring(0, properties.characters()) + "…";
    }

    private static String day(Instant time, String language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(language))
                .withZone(ZoneOffset.UTC)
                .format(time);
    }
}

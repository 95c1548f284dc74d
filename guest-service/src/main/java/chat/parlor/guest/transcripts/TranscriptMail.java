package chat.parlor.guest.transcripts;

import chat.parlor.chassis.mail.Mail;
import chat.parlor.chassis.mail.MailTexts;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Writes a conversation as a mail.
@Component
class TranscriptMail {

    private final MailTexts texts = MailTexts.of("transcript");
    private final TranscriptProperties properties;

    TranscriptMail(TranscriptProperties properties) {
        this.properties = properties;
    }

    /// @param brand who the guest talked to
    /// @param said the messages, the oldest first; when they are too many, the newest are kept
    Mail written(String to, String brand, List<Said> said, Wanted wanted) {
        var spoken = texts.in(wanted.language());
        var kept = newest(said);
        var blocks = new ArrayList<Mail.Block>();
        blocks.add(new Mail.Paragraph(spoken.say("what", "brand", brand)));
        if (kept.size() < said.size()) {
            blocks.add(new Mail.Paragraph(spoken.say("shortened")));
        }
        var times = times(spoken.language(), wanted.zoneId());
        kept.forEach(each -> blocks.add(quote(each, times, spoken)));
        blocks.add(new Mail.Remark(spoken.say("why"), null));
        return new Mail(to, spoken.say("subject", "brand", brand), spoken.language(), blocks, null, null);
    }

    private List<Said> newest(List<Said> said) {
        var first = said.size();
        for (var characters = 0; first > 0 && said.size() - first < properties.messages(); first--) {
            characters += said.get(first - 1).characters();
            if (characters > properties.characters()) {
                break;
            }
        }
        return said.subList(first, said.size());
    }

    private static Mail.Quote quote(Said said, DateTimeFormatter times, MailTexts.Spoken spoken) {
        var files = said.files().stream()
                .map(file -> spoken.say("file", "name", file.name()))
                .collect(Collectors.joining("\n"));
        var text = Objects.requireNonNullElse(said.text(), "");
        var both = text.isEmpty() || files.isEmpty() ? text + files : text + "\n" + files;
        return new Mail.Quote(said.author().name() + ", " + times.format(said.at()), both);
    }

    private static DateTimeFormatter times(String language, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(language))
                .withZone(zone);
    }
}

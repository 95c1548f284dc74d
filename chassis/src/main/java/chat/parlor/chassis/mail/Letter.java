package chat.parlor.chassis.mail;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A mail as it is written, ready for the server. It holds what may be secret and is only ever stored sealed.
///
/// @param replyTo empty: none
/// @param unsubscribe empty: none; so it is in letters that were sealed before there was any
record Letter(String to, String replyTo, String subject, String text, String html, String unsubscribe) {

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "fa", "he", "ur");
    private static final int SUBJECT_CHARACTERS = 200;

    Letter {
        unsubscribe = Objects.requireNonNullElse(unsubscribe, "");
    }

    static Letter of(Mail mail, String to, @Nullable String replyTo) {
        var subject = line(mail.subject());
        return new Letter(
                to,
                Objects.requireNonNullElse(replyTo, ""),
                subject,
                PlainText.of(mail),
                html(mail, subject),
                mail.unsubscribe() == null ? "" : mail.unsubscribe().toASCIIString());
    }

    private static String html(Mail mail, String subject) {
        var tag = Locale.forLanguageTag(mail.language());
        var direction = RIGHT_TO_LEFT.contains(tag.getLanguage()) ? "rtl" : "ltr";
        return HtmlText.of(subject, tag.toLanguageTag(), direction, mail.blocks());
    }

    /// One line without control characters, which could end a header, and without what turns reading around.
    static String line(String text) {
        var clean = text.replaceAll("[\\p{Cntrl}\\s\\u2028-\\u202E\\u2066-\\u2069]+", " ")
                .strip();
        return clean.length() <= SUBJECT_CHARACTERS ? clean : shortened(clean);
    }

    /// Text of several lines without other control characters.
    static String lines(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
    }

    private static String shortened(String text) {
        var end = Character.isHighSurrogate(text.charAt(SUBJECT_CHARACTERS - 2))
                ? SUBJECT_CHARACTERS - 2
                : SUBJECT_CHARACTERS - 1;
        return text.substring(0, end) + "…";
    }
}

package chat.parlor.guest.widget;

import chat.parlor.guest.settings.Contact;
import chat.parlor.guest.settings.WidgetSettings;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The contact of the brand as a vCard 4.0 (RFC 6350).
final class BusinessCard {

    private static final String END = "\r\n";
    /// A line has at most 75 octets without its end; one that goes on begins with a space, which counts.
    private static final int LINE_OCTETS = 75;

    private BusinessCard() {}

    static String of(WidgetSettings settings) {
        var contact = settings.contact();
        var name = text(settings.brand().name());
        return Stream.of(
                        Stream.of("BEGIN:VCARD", "VERSION:4.0", "KIND:org", "FN:" + name, "ORG:" + name),
                        line("TEL;VALUE=uri;TYPE=work:tel:", number(contact.phone())),
                        line("EMAIL;TYPE=work:", contact.email()),
                        line("IMPP:https://wa.me/", digits(contact.whatsapp())),
                        line("IMPP:https://t.me/", contact.telegram()),
                        contact.social().stream().map(Contact.Social::url).map(url -> "URL:" + url),
                        Stream.of("END:VCARD"))
                .flatMap(lines -> lines)
                .map(BusinessCard::folded)
                .collect(Collectors.joining());
    }

    private static Stream<String> line(String property, @Nullable String value) {
        return Stream.ofNullable(value).map(found -> property + found);
    }

    /// What separates values, and what would end the line, as RFC 6350 section 3.4 writes it.
    private static String text(String value) {
        return value.replace("\\", "\\\\")
                .replace(",", "\\,")
                .replace(";", "\\;")
                .replace("\n", "\\n");
    }

    private static @Nullable String number(@Nullable String phone) {
        return phone == null ? null : phone.replaceAll("[^+0-9]", "");
    }

    private static @Nullable String digits(@Nullable String phone) {
        return phone == null ? null : phone.replaceAll("[^0-9]", "");
    }

    /// Broken into lines that are short enough, between characters and never within one.
    private static String folded(String line) {
        var folded = new StringBuilder();
        var octets = 0;
        for (var character : line.codePoints().mapToObj(Character::toString).toList()) {
            var size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE_OCTETS) {
                folded.append(END).append(' ');
                octets = 1;
            }
            folded.append(character);
            octets += size;
        }
        return folded.append(END).toString();
    }
}

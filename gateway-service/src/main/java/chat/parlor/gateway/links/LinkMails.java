package chat.parlor.gateway.links;

import chat.parlor.chassis.mail.Mail;
import chat.parlor.chassis.mail.MailTexts;
import chat.parlor.chassis.mail.Mails;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Sends links to those they are for. The token stands behind the `#` of the address, so that no server on the way
/// keeps it.
@Component
class LinkMails {

    private final Mails mails;
    private final MailTexts texts = MailTexts.of("links");

    LinkMails(Mails mails) {
        this.mails = mails;
    }

    /// Why a link is sent. The names are those of the texts.
    enum Occasion {
        invitation,
        reset,
        forgotten
    }

    /// Whether links can be sent at all.
    boolean on() {
        return mails.on();
    }

    /// Hands the link over to the mail server, within the current transaction.
    ///
    /// @param language as in `Accept-Language`
    /// @return the link, which then says whether it is sent
    Mono<Issued> sent(Issued issued, Occasion occasion, String language) {
        return mails.on()
                ? mails.send(mail(issued, occasion, texts.in(language))).map(issued::mailed)
                : Mono.just(issued);
    }

    private Mail mail(Issued issued, Occasion occasion, MailTexts.Spoken spoken) {
        var link = issued.link();
        var screen = link.purpose() == Link.Purpose.reset ? "password" : "invitation";
        List<Mail.Block> blocks = List.of(
                new Mail.Paragraph(spoken.say(occasion + ".what", "email", link.email())),
                new Mail.Button(
                        spoken.say(link.purpose() + ".do"), mails.page("/console/" + screen + "#" + issued.token())),
                new Mail.Paragraph(spoken.say("once", "until", until(link, spoken.language()))),
                new Mail.Remark(spoken.say(occasion + ".otherwise"), null));
        return new Mail(
                link.email(), spoken.say(occasion + ".subject"), spoken.language(), blocks, null, link.expiresAt());
    }

    private static String until(Link link, String language) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                        .withLocale(Locale.forLanguageTag(language))
                        .withZone(ZoneOffset.UTC)
                        .format(link.expiresAt())
                + " UTC";
    }
}

package chat.parlor.guest.answers;

import chat.parlor.chassis.mail.MailTexts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/// The page that ends mails. It needs no script, loads nothing, and nothing of the visitor is on it.
@Component
class StopPage {

    private static final String STYLE = """
            :root{color-scheme:light dark;font:17px/1.6 system-ui,sans-serif}
            main{max-inline-size:32rem;margin:20vh auto 0;padding:0 24px}
            h1{font-size:24px;line-height:1.3}
            button{padding:12px 20px;border:0;border-radius:8px;background:#0b6b5f;color:#fff;font:inherit;\
            font-weight:600;cursor:pointer}
            :focus-visible{outline:2px solid;outline-offset:3px}
            """;

    private final MailTexts texts = MailTexts.of("answer");

    /// Nothing but its own style, and a form that leads back here.
    static String policy() {
        return "default-src 'none'; style-src 'sha256-" + digest(STYLE)
                + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    /// Asks once more: what looks through mails for danger opens links too.
    String asking(@Nullable String language) {
        var spoken = texts.in(language);
        var label = HtmlUtils.htmlEscape(spoken.say("stop.do"), "UTF-8");
        return page(spoken, "stop.title", "stop.ask", "<form method=\"post\"><button>" + label + "</button></form>");
    }

    String done(@Nullable String language) {
        return page(texts.in(language), "stop.done", "stop.after", "");
    }

    String unknown(@Nullable String language) {
        return page(texts.in(language), "stop.unknown", "stop.unknown.why", "");
    }

    private static String page(MailTexts.Spoken spoken, String title, String text, String form) {
        var heading = HtmlUtils.htmlEscape(spoken.say(title), "UTF-8");
        return """
                <!doctype html>
                <html lang="%s" dir="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
                <meta name="robots" content="noindex"><title>%s</title><style>%s</style></head>
                <body><main><h1>%s</h1><p>%s</p>%s</main></body>
                </html>
                """.formatted(
                        spoken.language(),
                        spoken.language().equals("ar") ? "rtl" : "ltr",
                        heading,
                        STYLE,
                        heading,
                        HtmlUtils.htmlEscape(spoken.say(text), "UTF-8"),
                        form);
    }

    private static String digest(String text) {
        try {
            var sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}

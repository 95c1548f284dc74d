package chat.parlor.chassis.mail;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/// Writes a mail as simple HTML: no script, no picture, nothing loaded from anywhere. Every text is escaped here.
final class HtmlText {

    private HtmlText() {}

    static String of(String title, String language, String direction, List<Mail.Block> blocks) {
        return """
                <!doctype html>
                <html lang="%s" dir="%s">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark"><title>%s</title></head>
                <body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif">
                <div style="max-width:560px;margin:0 auto">
                %s
                </div>
                </body>
                </html>
                """.formatted(
                        escaped(language),
                        direction,
                        escaped(title),
                        blocks.stream().map(HtmlText::block).collect(Collectors.joining("\n")));
    }

    private static String block(Mail.Block block) {
        return switch (block) {
            case Mail.Paragraph paragraph -> "<p style=\"margin:0 0 16px\">" + lines(paragraph.text()) + "</p>";
            case Mail.Button button -> button(button);
            case Mail.Quote quote -> quote(quote);
            case Mail.Remark remark -> remark(remark);
        };
    }

    private static String button(Mail.Button button) {
        return """
                <p style="margin:24px 0"><a href="%s" style="display:inline-block;padding:12px 20px;\
                border-radius:8px;background:#0b6b5f;color:#ffffff;text-decoration:none;font-weight:600">%s</a></p>\
                """.formatted(escaped(button.address().toString()), escaped(Letter.line(button.label())));
    }

    private static String quote(Mail.Quote quote) {
        return """
                <p style="margin:0 0 4px;font-size:13px">%s</p>
                <blockquote dir="auto" style="margin:0 0 16px;padding-inline-start:12px;\
                border-inline-start:3px solid #8a94a6">%s</blockquote>\
                """.formatted(escaped(Letter.line(quote.about())), lines(quote.text()));
    }

    private static String remark(Mail.Remark remark) {
        var text = lines(remark.text());
        var said = remark.address() == null
                ? text
                : "<a href=\"" + escaped(remark.address().toString()) + "\">" + text + "</a>";
        return "<hr style=\"border:0;border-top:1px solid #8a94a6\"><p style=\"font-size:13px\">" + said + "</p>";
    }

    private static String lines(String text) {
        return escaped(Letter.lines(text)).replace("\n", "<br>\n");
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}

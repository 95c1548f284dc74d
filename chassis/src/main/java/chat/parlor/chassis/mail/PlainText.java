package chat.parlor.chassis.mail;

import java.util.stream.Collectors;

/// Writes a mail for readers without HTML.
final class PlainText {

    private PlainText() {}

    static String of(Mail mail) {
        return mail.blocks().stream().map(PlainText::block).collect(Collectors.joining("\n\n", "", "\n"));
    }

    private static String block(Mail.Block block) {
        return switch (block) {
            case Mail.Paragraph paragraph -> Letter.lines(paragraph.text());
            case Mail.Button button -> Letter.line(button.label()) + ":\n" + button.address();
            case Mail.Quote quote -> Letter.line(quote.about()) + "\n" + quoted(Letter.lines(quote.text()));
            case Mail.Remark remark -> "-- \n" + Letter.lines(remark.text()) + page(remark);
        };
    }

    /// Each line marked, so that nobody's words can pass for ours.
    private static String quoted(String text) {
        return text.lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    private static String page(Mail.Remark remark) {
        return remark.address() == null ? "" : "\n" + remark.address();
    }
}

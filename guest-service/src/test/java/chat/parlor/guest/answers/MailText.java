package chat.parlor.guest.answers;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;

/// The plain text of a mail that arrived.
final class MailText {

    private MailText() {}

    static String of(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return part.getContent().toString();
        }
        var text = new StringBuilder();
        if (part.getContent() instanceof Multipart parts) {
            for (var at = 0; at < parts.getCount(); at++) {
                text.append(of(parts.getBodyPart(at)));
            }
        }
        return text.toString();
    }
}

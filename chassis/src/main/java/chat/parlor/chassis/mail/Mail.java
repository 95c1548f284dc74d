package chat.parlor.chassis.mail;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be said by e-mail. It is written twice, as plain text and as simple HTML, from the same blocks.
///
/// @param to one address, without a name
/// @param subject one line; what does not belong in one is taken out
/// @param language of the texts, as a language tag
/// @param replyTo where answers go; none: to where the mail comes from
/// @param until when it is tried for the last time; none: as long as is configured
/// @param unsubscribe where such mails are ended by `POST` without more ado (RFC 8058); none: they cannot be
public record Mail(
        String to,
        String subject,
        String language,
        List<Block> blocks,
        @Nullable String replyTo,
        @Nullable Instant until,
        @Nullable URI unsubscribe) {

    public Mail {
        blocks = List.copyOf(blocks);
    }

    /// A mail nobody has to put up with again anyway.
    public Mail(
            String to,
            String subject,
            String language,
            List<Block> blocks,
            @Nullable String replyTo,
            @Nullable Instant until) {
        this(to, subject, language, blocks, replyTo, until, null);
    }

    /// One piece of the content. All texts are plain and escaped where they are written.
    public sealed interface Block {}

    /// A paragraph.
    public record Paragraph(String text) implements Block {}

    /// A page to open, shown as the one thing to press.
    public record Button(String label, URI address) implements Block {}

    /// What somebody wrote, as it was written.
    ///
    /// @param about who and when, in one line
    public record Quote(String about, String text) implements Block {}

    /// A remark below everything, with a page to open if there is one.
    public record Remark(String text, @Nullable URI address) implements Block {}
}

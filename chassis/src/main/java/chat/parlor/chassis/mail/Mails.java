package chat.parlor.chassis.mail;

import java.net.URI;
import reactor.core.publisher.Mono;

/// E-mails that are sent if, and only if, the transaction they were handed over in commits.
///
/// Delivery to the mail server is at least once: a mail that is repeated after a crash keeps its `Message-ID`, by which
/// mailboxes know it again. A mail the server refuses for good is given up; every other failure is repeated with
/// growing pauses, for the last time when the mail says so.
public interface Mails {

    /// Whether a mail server is configured. Without one nothing is ever sent, and nothing is stored.
    boolean on();

    /// Stores `mail` in the current R2DBC transaction. Fails when there is none.
    ///
    /// @return whether it will be sent; false, and nothing is stored, when mail is off, the address is none to
    ///     write to, or too many mails are waiting already
    Mono<Boolean> send(Mail mail);

    /// The address of a page of this Parlor as people reach it.
    ///
    /// @param path begins with a slash; a token belongs behind its `#`, which no server ever sees
    URI page(String path);
}

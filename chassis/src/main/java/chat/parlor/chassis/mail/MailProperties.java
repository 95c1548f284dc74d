package chat.parlor.chassis.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The mail server, and how patiently it is tried.
///
/// @param host of the mail server; default none: no mail is sent
/// @param port of the mail server; default 587
/// @param user to sign in as; default none: without signing in
/// @param password of the user
/// @param from whom mails come from, like `Support <support@example.org>`; no default
/// @param publicUrl where people reach this Parlor, like `https://chat.example.org`; no default
/// @param tls how the connection is protected; default `starttls`
/// @param connectTimeout how long a connection may take; default 5 s
/// @param answerTimeout how long the server may take for one answer; default 10 s
/// @param sendTimeout how long sending one mail may take in all; default 1 min
/// @param firstWait the pause after the first failure, doubled by each more; default 5 s
/// @param longestWait the longest pause; default 15 min
/// @param giveUpAfter when a mail that says nothing itself is tried for the last time; default 2 days
/// @param mostWaiting mails that may wait; beyond them none is taken; default 10,000
@ConfigurationProperties("parlor.mail")
record MailProperties(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("") String publicUrl,
        @DefaultValue("starttls") Tls tls,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("10s") Duration answerTimeout,
        @DefaultValue("60s") Duration sendTimeout,
        @DefaultValue("5s") Duration firstWait,
        @DefaultValue("15m") Duration longestWait,
        @DefaultValue("2d") Duration giveUpAfter,
        @DefaultValue("10000") int mostWaiting) {

    MailProperties {
        if (!host.isBlank()) {
            sender(from);
            requirePublic(publicUrl);
        }
    }

    /// How the connection to the mail server is protected.
    enum Tls {
        /// Not at all; for a server on the same machine.
        none,
        /// From the first command that asks for it; a server that cannot is never spoken to.
        starttls,
        /// From the first byte.
        tls
    }

    boolean on() {
        return !host.isBlank();
    }

    InternetAddress sender() {
        return sender(from);
    }

    private static InternetAddress sender(String from) {
        try {
            var parsed = new InternetAddress(from, true);
            parsed.validate();
            return parsed;
        } catch (AddressException bad) {
            throw new IllegalArgumentException(
                    "parlor.mail.from: \"" + from + "\" (expected: an address like Support <support@example.org>,"
                            + " because parlor.mail.host is set)",
                    bad);
        }
    }

    private static void requirePublic(String url) {
        if (!url.matches("https?://[^/].*[^/]")) {
            throw new IllegalArgumentException("parlor.mail.public-url: \"" + url
                    + "\" (expected: where people reach Parlor, like https://chat.example.org without a slash at the"
                    + " end, because parlor.mail.host is set)");
        }
    }
}

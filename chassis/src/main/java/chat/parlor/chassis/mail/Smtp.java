package chat.parlor.chassis.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/// Hands letters to the mail server, one connection each. Blocks; for the mail loop's own thread.
final class Smtp implements AutoCloseable {

    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final InternetAddress from;
    private final String domain;
    private final Duration timeout;
    /// Virtual threads: an interrupt closes the socket they wait on, so that a server that answers drop by drop, and
    /// so never runs into a timeout of its own, is left too.
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Smtp(MailProperties properties) {
        this.from = properties.sender();
        this.domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
        this.timeout = properties.sendTimeout();
        sender.setHost(properties.host());
        sender.setPort(properties.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        sender.setProtocol(properties.tls() == MailProperties.Tls.tls ? "smtps" : "smtp");
        sender.setJavaMailProperties(session(properties));
        if (!properties.user().isEmpty()) {
            sender.setUsername(properties.user());
            sender.setPassword(properties.password());
        }
    }

    /// Tries once, for no longer than is configured.
    ///
    /// @param id part of the `Message-ID`, the same for each attempt
    Posted post(String id, Letter letter) throws InterruptedException {
        var attempt = threads.submit(() -> sent(id, letter));
        try {
            return attempt.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            return Posted.after(Objects.requireNonNullElse(failed.getCause(), failed));
        } catch (TimeoutException slow) {
            return new Posted.Away("no end within " + timeout.toSeconds() + " s");
        } finally {
            attempt.cancel(true);
        }
    }

    private Posted sent(String id, Letter letter) throws MessagingException {
        try {
            sender.send(written(id, letter));
            return new Posted.Taken();
        } catch (MailException failure) {
            return Posted.after(failure);
        }
    }

    private MimeMessage written(String id, Letter letter) throws MessagingException {
        var mime = sender.createMimeMessage();
        var helper = new MimeMessageHelper(mime, MimeMessageHelper.MULTIPART_MODE_RELATED, "UTF-8");
        helper.setFrom(from);
        helper.setTo(letter.to());
        helper.setSubject(letter.subject());
        helper.setText(letter.text(), letter.html());
        if (!letter.replyTo().isEmpty()) {
            helper.setReplyTo(letter.replyTo());
        }
        if (!letter.unsubscribe().isEmpty()) {
            mime.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
            mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        mime.setHeader("Message-ID", "<" + id + "@" + domain + ">");
        // Whoever is away must not answer us, and we are no mailing list to be answered (RFC 3834).
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setHeader("X-Auto-Response-Suppress", "All");
        return mime;
    }

    private static Properties session(MailProperties mail) {
        var session = new Properties();
        for (var protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            session.setProperty(protocol + "connectiontimeout", millis(mail.connectTimeout()));
            session.setProperty(protocol + "timeout", millis(mail.answerTimeout()));
            session.setProperty(protocol + "writetimeout", millis(mail.answerTimeout()));
            session.setProperty(protocol + "ssl.checkserveridentity", "true");
            session.setProperty(protocol + "auth", Boolean.toString(!mail.user().isEmpty()));
        }
        var starttls = Boolean.toString(mail.tls() == MailProperties.Tls.starttls);
        session.setProperty("mail.smtp.starttls.enable", starttls);
        session.setProperty("mail.smtp.starttls.required", starttls);
        return session;
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

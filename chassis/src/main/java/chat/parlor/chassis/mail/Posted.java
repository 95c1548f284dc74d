package chat.parlor.chassis.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;

/// What became of one attempt.
sealed interface Posted {

    /// The server took the mail and answers for it from now on.
    record Taken() implements Posted {}

    /// The server will never take this mail.
    record Refused(String why) implements Posted {}

    /// The server does not take this mail now; others it may.
    record Later(String why) implements Posted {}

    /// There is no speaking with the server at all.
    record Away(String why) implements Posted {}

    /// Answers that are about how we came, not about the mail: no encryption, no or a bad sign-in.
    Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

    /// Reads a failure. What is said of it names the server's answer code or the kind of failure, never an address.
    static Posted after(Throwable failure) {
        var causes = causes(failure);
        var codes = causes.stream().map(Posted::code).filter(code -> code > 0).toList();
        if (causes.stream().anyMatch(AuthenticationFailedException.class::isInstance)
                || codes.stream().anyMatch(ABOUT_US::contains)) {
            return new Away("the server does not let us in " + codes);
        }
        if (codes.stream().anyMatch(code -> code >= 500)) {
            return new Refused("the server answered " + codes);
        }
        return codes.isEmpty()
                ? new Away(causes.getLast().getClass().getSimpleName())
                : new Later("the server answered " + codes);
    }

    private static int code(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    /// The failure and everything below it, by all three ways failures of mail hang together.
    private static List<Throwable> causes(Throwable failure) {
        var causes = new ArrayList<Throwable>();
        collect(failure, causes);
        return causes;
    }

    private static void collect(@Nullable Throwable failure, List<Throwable> causes) {
        if (failure == null || causes.contains(failure)) {
            return;
        }
        causes.add(failure);
        collect(failure.getCause(), causes);
        if (failure instanceof MessagingException chained) {
            collect(chained.getNextException(), causes);
        }
        if (failure instanceof MailSendException send) {
            send.getFailedMessages().values().forEach(each -> collect(each, causes));
        }
    }
}

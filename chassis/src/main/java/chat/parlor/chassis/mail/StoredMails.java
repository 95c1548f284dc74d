package chat.parlor.chassis.mail;

import chat.parlor.chassis.ids.Ids;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/// Stores mails within the caller's transaction and wakes the loop when that transaction has committed.
final class StoredMails implements Mails {

    private final MailTable table;
    private final MailSeal seal;
    private final MailProperties properties;
    private final Clock clock;
    private final Runnable wake;

    StoredMails(MailTable table, MailSeal seal, MailProperties properties, Clock clock, Runnable wake) {
        this.table = table;
        this.seal = seal;
        this.properties = properties;
        this.clock = clock;
        this.wake = wake;
    }

    @Override
    public boolean on() {
        return properties.on();
    }

    @Override
    public Mono<Boolean> send(Mail mail) {
        var to = MailAddress.of(mail.to());
        if (!on() || to.isEmpty()) {
            return Mono.just(false);
        }
        var letter = Letter.of(mail, to.get(), replyTo(mail.replyTo()));
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(transaction -> transaction.registerSynchronization(new WakeAfterCommit()))
                .then(Mono.defer(() -> stored(mail, letter)));
    }

    @Override
    public URI page(String path) {
        return URI.create(properties.publicUrl() + path);
    }

    private Mono<Boolean> stored(Mail mail, Letter letter) {
        var id = Ids.random("m_");
        var now = clock.instant();
        var last = Objects.requireNonNullElse(mail.until(), now.plus(properties.giveUpAfter()));
        return table.insert(id, seal.seal(id, letter), now, last, properties.mostWaiting());
    }

    private static @Nullable String replyTo(@Nullable String address) {
        return address == null ? null : MailAddress.of(address).orElse(null);
    }

    private final class WakeAfterCommit implements TransactionSynchronization {
        @Override
        public Mono<Void> afterCommit() {
            return Mono.fromRunnable(wake);
        }
    }
}

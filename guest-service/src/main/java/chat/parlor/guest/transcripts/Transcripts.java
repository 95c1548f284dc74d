package chat.parlor.guest.transcripts;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.mail.Mails;
import chat.parlor.guest.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Sends a conversation to the address its guest gave, and to no other, for whoever may read it.
@Service
class Transcripts {

    private static final Logger LOG = LoggerFactory.getLogger(Transcripts.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final Mails mails;
    private final Histories histories;
    private final TranscriptTable table;
    private final TranscriptMail writer;
    private final TranscriptProperties properties;
    private final Settings settings;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Transcripts(
            Mails mails,
            Histories histories,
            TranscriptTable table,
            TranscriptMail writer,
            TranscriptProperties properties,
            Settings settings,
            TransactionalOperator transaction,
            Clock clock) {
        this.mails = mails;
        this.histories = histories;
        this.table = table;
        this.writer = writer;
        this.properties = properties;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Reads the conversation as `caller` sees it and hands it to the mail server.
    ///
    /// @param credential with which it is read: membership is checked there
    /// @return completes when the mail is stored; fails with a [TranscriptRefusal]
    Mono<Void> send(Wanted wanted, Caller caller, String credential) {
        if (caller.kind() != CallerKind.GUEST && caller.kind() != CallerKind.ACCOUNT) {
            return Mono.error(new TranscriptRefusal.NotAMember());
        }
        if (!mails.on()) {
            return Mono.error(new TranscriptRefusal.MailOff());
        }
        var room = wanted.roomId();
        return histories
                .newest(room, credential, properties.messages())
                .flatMap(said -> stored(room, said, wanted).as(transaction::transactional))
                .doOnSuccess(done -> LOG.info("room {} sent by mail for {}", room, caller.id()));
    }

    private Mono<Void> stored(String room, List<Said> said, Wanted wanted) {
        var now = clock.instant();
        return table.addressee(room)
                .switchIfEmpty(Mono.error(TranscriptRefusal.NoEmail::new))
                .flatMap(to -> requireLeft(room, now)
                        .then(mailed(to.email(), said, wanted))
                        .then(table.sent(to.guest(), room, now, now.minus(DAY))));
    }

    private Mono<Void> requireLeft(String room, Instant now) {
        return table.sentSince(room, now.minus(DAY)).flatMap(sent -> {
            if (sent.size() < properties.perDay()) {
                return Mono.empty();
            }
            var oldest = sent.get(sent.size() - properties.perDay());
            return Mono.error(new TranscriptRefusal.TooMany(Duration.between(now, oldest.plus(DAY))));
        });
    }

    private Mono<Void> mailed(String email, List<Said> said, Wanted wanted) {
        return settings.widget()
                .map(current -> writer.written(email, current.brand().name(), said, wanted))
                .flatMap(mails::send)
                .filter(taken -> taken)
                .switchIfEmpty(Mono.error(TranscriptRefusal.MailOff::new))
                .then();
    }
}

package chat.parlor.guest.answers;

import chat.parlor.chassis.ids.Ids;
import chat.parlor.chassis.mail.Mails;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Sends answers by mail. That they were sent, the links and the mail are stored together, or none of them is.
@Component
class AnswerSender {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerSender.class);
    private static final String BACK = "pa_";
    private static final String STOP = "ps_";

    private final AnswerTable table;
    private final AnswerLinks links;
    private final AnswerMail writer;
    private final Mails mails;
    private final AnswerProperties properties;
    private final TransactionalOperator transaction;
    private final Clock clock;

    AnswerSender(
            AnswerTable table,
            AnswerLinks links,
            AnswerMail writer,
            Mails mails,
            AnswerProperties properties,
            TransactionalOperator transaction,
            Clock clock) {
        this.table = table;
        this.links = links;
        this.writer = writer;
        this.mails = mails;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Whether mail is set up.
    boolean on() {
        return mails.on();
    }

    /// Sends `answers`, unless the guest has read them since, wants no mails any more, or is gone.
    ///
    /// @param to the place in the timeline up to which this is everything
    Mono<Void> send(AnswerTable.Due due, List<Unread.Entry> answers, long to, String brand) {
        var now = clock.instant();
        var secrets = new AnswerLinks.Secrets(Ids.secret(BACK), Ids.secret(STOP));
        var expires = now.plus(properties.link());
        return table.addressee(due.guest())
                .filterWhen(guest -> table.mailed(due, to, now, now.plus(properties.interval())))
                .delayUntil(guest -> links.insert(secrets, due, now, expires, now.minus(properties.kept())))
                .map(guest -> writer.written(guest, brand, answers, secrets, expires))
                .flatMap(mails::send)
                .as(transaction::transactional)
                .doOnNext(taken -> LOG.info("room {} answered by mail up to {}, taken: {}", due.room(), to, taken))
                .then();
    }
}

package chat.parlor.guest.registration;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.outbox.Outbox;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Sends what a guest whose room exists wrote into the form, and then tells the others about the guest: both or
/// neither.
/// Who hears of the guest may count on its words being on their way before his own.
@Component
class Announcements {

    private final Outbox outbox;
    private final TransactionalOperator transaction;

    Announcements(Outbox outbox, TransactionalOperator transaction) {
        this.outbox = outbox;
        this.transaction = transaction;
    }

    Mono<Void> announce(Beginning beginning) {
        var events = Stream.concat(
                Optional.ofNullable(beginning.form().message()).stream().map(text -> FirstMessage.of(beginning, text)),
                Stream.of(GuestRegistered.of(beginning)));
        return outbox.append(events.toArray(Event[]::new)).as(transaction::transactional);
    }
}

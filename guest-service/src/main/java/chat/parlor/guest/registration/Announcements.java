package chat.parlor.guest.registration;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.outbox.Outbox;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Tells the others about a guest whose room exists, and sends what it wrote into the form: both or neither.
@Component
class Announcements {

    private final Outbox outbox;
    private final TransactionalOperator transaction;

    Announcements(Outbox outbox, TransactionalOperator transaction) {
        this.outbox = outbox;
        this.transaction = transaction;
    }

    Mono<Void> announce(Registration registration) {
        var events = Stream.concat(
                Stream.of(GuestRegistered.of(registration)),
                Optional.ofNullable(registration.form().message()).stream()
                        .map(text -> FirstMessage.of(registration, text)));
        return outbox.append(events.toArray(Event[]::new)).as(transaction::transactional);
    }
}

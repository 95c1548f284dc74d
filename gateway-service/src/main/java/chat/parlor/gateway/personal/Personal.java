package chat.parlor.gateway.personal;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.outbox.Outbox;
import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// The settings of persons. Nobody but the person reads or changes them.
@Service
class Personal {

    private final PersonalStore store;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Personal(PersonalStore store, Outbox outbox, TransactionalOperator transaction, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<PersonalSettings> of(String account) {
        return store.of(account);
    }

    /// Replaces the settings of the version that `wanted` carries, and announces what they are now.
    ///
    /// @return fails with [PersonalRefusal.Changed] when they were changed since that version
    Mono<PersonalSettings> replace(String account, PersonalSettings wanted) {
        return store.replace(account, wanted, clock.instant())
                .flatMap(replaced -> store.of(account)
                        .flatMap(now -> replaced
                                ? announced(account, now)
                                : Mono.<PersonalSettings>error(() -> new PersonalRefusal.Changed(now))))
                .as(transaction::transactional);
    }

    private Mono<PersonalSettings> announced(String account, PersonalSettings now) {
        var fact = new PersonalChanged(account, now);
        return outbox.append(Event.of(PersonalChanged.TOPIC, account, PersonalChanged.TYPE, fact))
                .thenReturn(now);
    }
}

package chat.parlor.presence.erasure;

import chat.parlor.chassis.event.BatchHandler;
import chat.parlor.chassis.event.Received;
import chat.parlor.chassis.event.Subscription;
import chat.parlor.chassis.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Forgets guests. A connection that was on its way here when the guest was to be forgotten can bring it back; when
/// everybody else is done it is forgotten once more.
@Configuration(proxyBeanMethods = false)
class Erasure implements BatchHandler<GuestFact> {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final KeptPeople people;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Erasure(KeptPeople people, Outbox outbox, TransactionalOperator transaction, Clock clock) {
        this.people = people;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Bean
    Subscription<GuestFact> erasures() {
        return Subscription.<GuestFact>to(PersonErased.TOPIC)
                .named("erasures")
                .reading("guest.erasing.v1", GuestFact.Erasing.class)
                .reading("guest.erased.v1", GuestFact.Erased.class)
                .inGroup()
                .handledBy(this);
    }

    @Override
    public void handle(List<Received<GuestFact>> batch) {
        batch.forEach(news -> forget(news.body()).block(PATIENCE));
    }

    private Mono<Void> forget(GuestFact fact) {
        return people.forget(fact.guest())
                .flatMap(known -> known ? outbox.append(PersonErased.Nobody.of(fact.guest())) : Mono.<Void>empty())
                .then(Mono.defer(() -> answer(fact)))
                .as(transaction::transactional);
    }

    private Mono<Void> answer(GuestFact fact) {
        return switch (fact) {
            case GuestFact.Erasing erasing ->
                outbox.append(new PersonErased(
                                erasing.erasure(),
                                erasing.guest(),
                                clock.instant().truncatedTo(ChronoUnit.MILLIS))
                        .event());
            case GuestFact.Erased erased -> Mono.empty();
        };
    }
}

package chat.parlor.guest.visitor;

import chat.parlor.chassis.outbox.Outbox;
import chat.parlor.guest.visitor.Visitor.Attribute;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// What is noted of visitors. Each note is announced, so that whoever shows the visitor asks again.
@Component
public class Visitors {

    /// Beside how many of a guest's conversations it is told that something is new.
    private static final int ROOMS = 10;

    private final VisitorTable table;
    private final AttributeTable attributes;
    private final VisitTable visits;
    private final VisitorProperties properties;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final Clock clock;

    Visitors(
            VisitorTable table,
            AttributeTable attributes,
            VisitTable visits,
            VisitorProperties properties,
            Outbox outbox,
            TransactionalOperator transaction,
            Clock clock) {
        this.table = table;
        this.attributes = attributes;
        this.visits = visits;
        this.properties = properties;
        this.outbox = outbox;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// Notes what the host page's server has signed, whatever else is known: who somebody is must not fail because of
    /// it. Part of the caller's transaction.
    public Mono<Void> signed(String guest, Attributes said) {
        return note(guest, said, true).then(Mono.defer(() -> announced(guest)));
    }

    /// Notes what is said without a signature. Fails with [VisitorRefusal.TooMany] or [VisitorRefusal.UnknownToken],
    /// then nothing changed.
    Mono<Void> said(String guest, Attributes said) {
        return known(guest)
                .then(Mono.defer(() -> note(guest, said, false)))
                .then(Mono.defer(() -> attributes.count(guest)))
                .filter(count -> count <= Attributes.MOST)
                .switchIfEmpty(Mono.error(VisitorRefusal.TooMany::new))
                .then(Mono.defer(() -> announced(guest)))
                .as(transaction::transactional);
    }

    /// Notes where the guest is. Fails with [VisitorRefusal.UnknownToken].
    Mono<Void> visits(String guest, Visit visit, Device device) {
        var now = now();
        return known(guest)
                .then(Mono.defer(() -> visits.told(guest, visit, device, now)))
                .then(Mono.defer(() -> visits.went(guest, visit, now, properties.pages())))
                .then(Mono.defer(() -> announced(guest)))
                .as(transaction::transactional);
    }

    private Mono<String> known(String guest) {
        return table.locked(guest).switchIfEmpty(Mono.error(VisitorRefusal.UnknownToken::new));
    }

    private Mono<Void> note(String guest, Attributes said, boolean verified) {
        var now = now();
        return Flux.fromIterable(said.values().entrySet())
                .concatMap(entry -> noted(guest, entry, verified, now))
                .then();
    }

    private Mono<Void> noted(String guest, Map.Entry<String, Optional<String>> entry, boolean verified, Instant now) {
        return entry.getValue()
                .map(value -> attributes.set(guest, new Attribute(entry.getKey(), value, verified), now))
                .orElseGet(() -> attributes.forget(guest, entry.getKey(), verified));
    }

    private Mono<Void> announced(String guest) {
        return table.rooms(guest, ROOMS)
                .collectList()
                .filter(rooms -> !rooms.isEmpty())
                .flatMap(rooms -> outbox.append(new VisitorChanged(guest, rooms, now()).event()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

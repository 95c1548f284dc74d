package chat.parlor.presence.people;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Reads people, lets them change, stores and announces what came of it. Every method runs in the caller's
/// transaction.
@Component
class PeopleStore {

    private final PeopleTable people;
    private final ConnectionTable connections;
    private final Outbox outbox;
    private final MeterRegistry meters;

    PeopleStore(PeopleTable people, ConnectionTable connections, Outbox outbox, MeterRegistry meters) {
        this.people = people;
        this.connections = connections;
        this.outbox = outbox;
        this.meters = meters;
    }

    Mono<Changes> change(Collection<String> members, Function<Map<String, Person>, Changes> change) {
        return people.load(members)
                .map(change)
                .flatMap(changes -> store(changes).thenReturn(changes));
    }

    private Mono<Void> store(Changes changes) {
        var announcements =
                changes.toAnnounce().stream().map(PresenceChanged::of).toArray(Event[]::new);
        return people.save(changes.people())
                .then(connections.remove(changes.closed()))
                .then(connections.save(changes.opened()))
                .then(outbox.append(announcements))
                .doOnSuccess(stored -> count(changes));
    }

    private void count(Changes changes) {
        changes.toAnnounce()
                .forEach(person -> meters.counter(
                                "parlor.presence.changes",
                                "status",
                                person.standing().status().wire())
                        .increment());
    }
}

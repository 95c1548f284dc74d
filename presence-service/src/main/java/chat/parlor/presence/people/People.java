package chat.parlor.presence.people;

import chat.parlor.presence.grace.Grace;
import chat.parlor.presence.people.ConnectionFact.OfMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Everybody who is here or was. A change and its announcement are one transaction; every change may be repeated, so
/// several nodes of the service may find the same deadline due. Each method emits the people it looked at, as they
/// are then.
@Component
class People {

    private static final int AT_ONCE = 500;

    private final PeopleStore people;
    private final ConnectionTable connections;
    private final NodeTable nodes;
    private final TransactionalOperator transaction;
    private final Grace grace;
    private final Clock clock;

    People(
            PeopleStore people,
            ConnectionTable connections,
            NodeTable nodes,
            TransactionalOperator transaction,
            Grace grace,
            Clock clock) {
        this.people = people;
        this.connections = connections;
        this.nodes = nodes;
        this.transaction = transaction;
        this.grace = grace;
        this.clock = clock;
    }

    /// Takes facts in, in order.
    Flux<Person> take(List<ConnectionFact> facts) {
        var now = now();
        var speaking = facts.stream().map(ConnectionFact::node).collect(Collectors.toSet());
        return nodes.alive(speaking, now)
                .collectList()
                .flatMap(back -> apply(facts, now).map(changed -> new Taken(changed, back)))
                .as(transaction::transactional)
                .flatMapMany(taken -> Flux.fromIterable(taken.people()).concatWith(settleAll(taken.back(), now)));
    }

    /// @param back gateways that had been taken for dead and spoke
    private record Taken(List<Person> people, List<String> back) {}

    private Mono<List<Person>> apply(List<ConnectionFact> facts, Instant now) {
        var ofMembers = facts.stream()
                .filter(OfMember.class::isInstance)
                .map(OfMember.class::cast)
                .toList();
        var members = ofMembers.stream().map(OfMember::member).collect(Collectors.toSet());
        return grace.period()
                .flatMap(period -> people.change(members, before -> Changes.of(before, ofMembers, now, period)))
                .map(Changes::people);
    }

    private Flux<Person> settleAll(List<String> back, Instant seen) {
        return Flux.fromIterable(back).concatMap(node -> settle(node, seen));
    }

    /// Looks again at everybody with a connection on `node`, which may count no longer, or again.
    ///
    /// @param seen when those were seen last who have no other
    Flux<Person> settle(String node, Instant seen) {
        return settleSome(node, "", seen)
                .expand(some -> settleSome(node, some.last(), seen))
                .concatMapIterable(Some::people);
    }

    /// @param last the id the next ones come after
    private record Some(String last, List<Person> people) {}

    private Mono<Some> settleSome(String node, String after, Instant seen) {
        return connections
                .membersOn(node, after, AT_ONCE)
                .collectList()
                .filter(members -> !members.isEmpty())
                .zipWith(grace.period())
                .flatMap(both -> settleSome(both.getT1(), both.getT2(), seen))
                .as(transaction::transactional);
    }

    private Mono<Some> settleSome(List<String> members, Duration period, Instant seen) {
        return people.change(members, before -> Changes.ofNode(before, now(), seen, period))
                .map(changes -> new Some(members.getLast(), changes.people()));
    }

    /// Lets those of `members` go whose grace period is over.
    Flux<Person> leave(List<String> members) {
        return Flux.fromIterable(members)
                .buffer(AT_ONCE)
                .concatMap(some -> people.change(some, before -> Changes.ofLeaving(before, now()))
                        .as(transaction::transactional))
                .concatMapIterable(Changes::people);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}

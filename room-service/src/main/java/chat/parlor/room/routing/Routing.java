package chat.parlor.room.routing;

import chat.parlor.room.accounts.Accounts;
import chat.parlor.room.desk.Assignment;
import chat.parlor.room.desk.Desk;
import chat.parlor.room.desk.PresenceNews;
import chat.parlor.room.domain.Named;
import chat.parlor.room.queue.Queue;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Gives the guests who wait longest to agents who have room, many at a time.
///
/// One node does this at a time, under a lock in the database. What it looks at then can only be out of date in one
/// way: an agent took a conversation by itself meanwhile, which may lift it above its capacity at any time.
@Component
final class Routing implements PresenceNews {

    /// How many are given in one transaction: enough to make its round trips cheap, few enough for it to stay short.
    private static final int MOST_AT_ONCE = 200;

    private final RoutingStore store;
    private final Queue queue;
    private final Desk desk;
    private final Accounts accounts;
    private final TransactionalOperator transaction;

    Routing(RoutingStore store, Queue queue, Desk desk, Accounts accounts, TransactionalOperator transaction) {
        this.store = store;
        this.queue = queue;
        this.desk = desk;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /// Completes when no guest waits whom an agent has room for. Costs one small query while agents take guests
    /// themselves.
    Mono<Void> route() {
        return store.rules()
                .filter(RoutingRules::isAutomatic)
                .flatMap(rules -> batch())
                .expand(given -> given < MOST_AT_ONCE ? Mono.empty() : batch())
                .then();
    }

    /// Who has come for the first time may not be known here yet.
    @Override
    public Mono<Void> heard(Set<String> present) {
        return accounts.find(present).then(Mono.defer(this::route));
    }

    /// How many were given. The order matters: the lock comes before anything is read.
    private Mono<Integer> batch() {
        return store.alone()
                .then(Mono.defer(store::rules))
                .filter(RoutingRules::isAutomatic)
                .flatMap(rules -> store.seats().collectList().map(seats -> new Chooser(rules.policy(), seats)))
                .filter(chooser -> chooser.places() > 0)
                .flatMap(this::fill)
                .as(transaction::transactional)
                .defaultIfEmpty(0);
    }

    private Mono<Integer> fill(Chooser chooser) {
        return queue.next((int) Math.min(MOST_AT_ONCE, chooser.places()))
                .map(chooser::match)
                .filter(matched -> !matched.isEmpty())
                .delayUntil(desk::assign)
                .delayUntil(matched -> store.given(agents(matched)))
                .map(List::size);
    }

    private static List<String> agents(Collection<Assignment> matched) {
        return matched.stream().map(Assignment::agent).map(Named::id).toList();
    }
}

package chat.parlor.room.routing;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.room.accounts.Account;
import chat.parlor.room.accounts.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// What administrators set. It counts at once: guests who wait are given to whom there is room for now.
@Component
final class RoutingSettings {

    private static final String ADMINISTRATOR = "administrator";

    private final RoutingStore store;
    private final Routing routing;
    private final Accounts accounts;

    RoutingSettings(RoutingStore store, Routing routing, Accounts accounts) {
        this.store = store;
        this.routing = routing;
        this.accounts = accounts;
    }

    /// What is set, and what everybody has in hand.
    Mono<RoutingView> show(Caller caller) {
        return administrator(caller).then(Mono.defer(this::view));
    }

    /// Sets policy and capacity.
    Mono<RoutingView> save(Caller caller, RoutingRules rules) {
        return administrator(caller).then(Mono.defer(() -> store.save(rules))).then(Mono.defer(this::settled));
    }

    /// Sets the capacity of one agent; with null it has that of the others. Fails with
    /// [RoutingRefusal.UnknownAgent].
    Mono<RoutingView> saveAgent(Caller caller, String account, @Nullable Integer capacity) {
        return administrator(caller)
                .then(Mono.defer(() -> accounts.find(account)))
                .filter(Account::canAnswer)
                .switchIfEmpty(Mono.error(RoutingRefusal.UnknownAgent::new))
                .flatMap(agent -> store.saveAgent(agent.id(), capacity))
                .then(Mono.defer(this::settled));
    }

    private Mono<RoutingView> settled() {
        return routing.route().then(Mono.defer(this::view));
    }

    private Mono<RoutingView> view() {
        return Mono.zip(
                store.rules(),
                store.agents().collectList(),
                (rules, agents) -> new RoutingView(rules.policy(), rules.capacity(), agents));
    }

    private static Mono<Void> administrator(Caller caller) {
        return caller.has(ADMINISTRATOR) ? Mono.empty() : Mono.error(RoutingRefusal.NotAllowed::new);
    }
}

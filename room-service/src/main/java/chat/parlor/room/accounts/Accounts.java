package chat.parlor.room.accounts;

import chat.parlor.room.domain.Id;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Names and roles of staff: from the local copy, else from the gateway.
@Component
public final class Accounts {

    private final AccountStore store;
    private final GatewayAccounts gateway;

    Accounts(AccountStore store, GatewayAccounts gateway) {
        this.store = store;
        this.gateway = gateway;
    }

    /// Those of `ids` that exist, by id. Asks the gateway once for all that are not known here; fails when it is
    /// needed and cannot be reached.
    public Mono<Map<String, Account>> find(Set<String> ids) {
        var possible = ids.stream().filter(Id::is).collect(Collectors.toUnmodifiableSet());
        return store.find(possible)
                .collectList()
                .flatMap(known -> completed(possible, known))
                .map(found -> found.stream().collect(Collectors.toMap(Account::id, Function.identity())));
    }

    /// The account called `id`; empty when there is none.
    public Mono<Account> find(String id) {
        return find(Set.of(id)).flatMap(found -> Mono.justOrEmpty(found.get(id)));
    }

    private Mono<List<Account>> completed(Set<String> ids, List<Account> known) {
        var missing = new HashSet<>(ids);
        known.forEach(account -> missing.remove(account.id()));
        if (missing.isEmpty()) {
            return Mono.just(known);
        }
        return gateway.find(missing)
                .filter(account -> missing.contains(account.id()))
                .concatMap(account -> store.put(account).thenReturn(account))
                .mergeWith(Flux.fromIterable(known))
                .collectList();
    }
}

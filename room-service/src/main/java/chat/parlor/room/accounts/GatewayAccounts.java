package chat.parlor.room.accounts;

import chat.parlor.chassis.http.ServiceClients;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;

/// Asks the gateway, which owns accounts, for those whose news has not arrived.
@Component
class GatewayAccounts {

    private final WebClient gateway;

    GatewayAccounts(ServiceClients services) {
        this.gateway = services.to("gateway");
    }

    record Answer(List<AccountChanged> items) {}

    /// Those of `ids` that exist. Fails when the gateway cannot be asked.
    Flux<Account> find(Collection<String> ids) {
        return gateway.get()
                .uri(path -> path.path("/internal/accounts")
                        .queryParam("ids", "{ids}")
                        .build(String.join(",", ids)))
                .retrieve()
                .bodyToMono(Answer.class)
                .flatMapIterable(Answer::items)
                .map(AccountChanged::account);
    }
}

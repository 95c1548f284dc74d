package chat.parlor.gateway.accounts;

import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `/internal/accounts`: names and roles for the other services. The chassis lets only services in.
@RestController
class InternalAccountsController {

    private final Accounts accounts;

    InternalAccountsController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/internal/accounts")
    Mono<Found> byIds(@RequestParam Set<String> ids) {
        return accounts.byIds(ids).map(AccountChanged::of).collectList().map(Found::new);
    }

    /// The accounts that exist among those asked for.
    record Found(List<AccountChanged> items) {}
}

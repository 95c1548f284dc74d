package chat.parlor.gateway.accounts;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.gateway.identity.Access;
import chat.parlor.gateway.identity.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `/api/v1/accounts`: administrators create, every account may look, and keys that are allowed to.
@RestController
@RequestMapping("/api/v1/accounts")
class AccountsController {

    private static final String PAGE_SIZE = "50";

    private final Accounts accounts;

    AccountsController(Accounts accounts) {
        this.accounts = accounts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Created> create(Caller caller, @RequestBody Mono<NewAccount> body) {
        Access.requireAdministrator(caller);
        return body.map(NewAccount::checked)
                .flatMap(wanted -> accounts.create(wanted, Accounts.By.of(caller), Mono.empty()))
                .map(Created::new);
    }

    @GetMapping
    Mono<Page> list(
            Caller caller,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = PAGE_SIZE) int limit) {
        Access.requireAccountOr(Scope.ACCOUNTS_READ, caller);
        return accounts.page(q.strip(), Page.Position.of(cursor), Page.checkedLimit(limit));
    }

    /// The answer to a creation.
    record Created(Account account) {}
}

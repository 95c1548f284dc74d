package chat.parlor.gateway.people;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.gateway.accounts.Account;
import chat.parlor.gateway.accounts.AccountFields;
import chat.parlor.gateway.accounts.AccountRefusal;
import chat.parlor.gateway.accounts.Accounts;
import chat.parlor.gateway.identity.Access;
import chat.parlor.gateway.links.Issued;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `/api/v1/accounts/{id}`: for administrators.
@RestController
@RequestMapping("/api/v1/accounts/{id}")
class PeopleController {

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    @PostMapping("/disable")
    Mono<Changed> disable(Caller caller, @PathVariable String id) {
        Access.requireAdministrator(caller);
        return people.disable(id, Accounts.By.of(caller)).map(Changed::new);
    }

    @PostMapping("/enable")
    Mono<Changed> enable(Caller caller, @PathVariable String id) {
        Access.requireAdministrator(caller);
        return people.enable(id, Accounts.By.of(caller)).map(Changed::new);
    }

    @PutMapping("/roles")
    Mono<Changed> grant(Caller caller, @PathVariable String id, @RequestBody Mono<WantedRoles> body) {
        Access.requireAdministrator(caller);
        return body.map(WantedRoles::checked)
                .flatMap(roles -> people.grant(id, roles, Accounts.By.of(caller)))
                .map(Changed::new);
    }

    @PostMapping("/reset")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Issued> reset(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String language) {
        Access.requireAdministrator(caller);
        return people.reset(id, Accounts.By.of(caller), language);
    }

    /// The roles an account is to have.
    record WantedRoles(@Nullable List<@Nullable String> roles) {

        List<String> checked() {
            var errors = new ArrayList<FieldError>();
            var checked = AccountFields.roles(roles, errors);
            AccountRefusal.failOn(errors);
            return checked;
        }
    }

    /// The account as it is now.
    record Changed(Account account) {}
}

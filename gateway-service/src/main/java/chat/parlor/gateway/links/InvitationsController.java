package chat.parlor.gateway.links;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.gateway.accounts.Accounts;
import chat.parlor.gateway.identity.Access;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `/api/v1/invitations`: for administrators.
@RestController
@RequestMapping("/api/v1/invitations")
class InvitationsController {

    private final Links links;
    private final Accounts accounts;

    InvitationsController(Links links, Accounts accounts) {
        this.links = links;
        this.accounts = accounts;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Issued> invite(
            Caller caller,
            @RequestBody Mono<Invitation> body,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "") String language) {
        Access.requireAdministrator(caller);
        return body.map(Invitation::checked)
                .flatMap(wanted -> accounts.requireFree(wanted.email())
                        .then(links.invite(wanted, Accounts.By.of(caller), language)));
    }

    @GetMapping
    Mono<Open> list(Caller caller) {
        Access.requireAdministrator(caller);
        return links.invitations().map(Open::new);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(Caller caller, @PathVariable String id) {
        Access.requireAdministrator(caller);
        return links.revoke(id, Accounts.By.of(caller));
    }

    /// All open invitations.
    record Open(List<Link> items) {

        Open {
            items = List.copyOf(items);
        }
    }
}

package chat.parlor.gateway.links;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.gateway.accounts.Account;
import chat.parlor.gateway.accounts.Accounts;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// `/api/v1/links`: for whoever was given one. The token comes in the body, so that no log keeps it.
@RestController
@RequestMapping("/api/v1/links")
class LinksController {

    private final Links links;
    private final LinkUses uses;
    private final LinkThrottle throttle;

    LinksController(Links links, LinkUses uses, LinkThrottle throttle) {
        this.links = links;
        this.uses = uses;
        this.throttle = throttle;
    }

    @PostMapping("/open")
    Mono<Opened> open(Caller caller, @RequestBody Mono<UsedLink> body) {
        return body.flatMap(given -> counting(given, caller)).map(Opened::of);
    }

    @PostMapping("/use")
    Mono<Used> use(Caller caller, @RequestBody Mono<UsedLink> body) {
        var by = new Accounts.By(null, caller.address());
        return body.flatMap(given ->
                        counting(given, caller).flatMap(link -> uses.use(link, given.checked(link.purpose()), by)))
                .map(Used::new);
    }

    private Mono<Link> counting(UsedLink given, Caller caller) {
        return throttle.guarded(Objects.requireNonNullElse(caller.address(), ""), links.open(given.tokenOrNone()));
    }

    /// What a link is for.
    record Opened(
            Link.Purpose purpose, String email, @Nullable String name, Instant expiresAt) {

        static Opened of(Link link) {
            return new Opened(link.purpose(), link.email(), link.name(), link.expiresAt());
        }
    }

    /// The account that may sign in now.
    record Used(Account account) {}
}

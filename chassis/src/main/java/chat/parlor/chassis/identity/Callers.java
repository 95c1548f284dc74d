package chat.parlor.chassis.identity;

import java.util.Optional;
import org.springframework.web.server.ServerWebExchange;

/// Where the caller of a request is noted. The gateway notes callers it has recognised itself.
public final class Callers {

    private Callers() {}

    /// Notes who calls.
    public static void note(ServerWebExchange exchange, Caller caller) {
        exchange.getAttributes().put(IdentityFilter.CALLER, caller);
    }

    /// Who calls; empty when nobody was recognised.
    public static Optional<Caller> of(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getAttribute(IdentityFilter.CALLER));
    }
}

package chat.parlor.chassis.identity;

import chat.parlor.chassis.problem.ProblemWriter;
import chat.parlor.chassis.problem.Problems;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Lets requests in that carry a valid internal token and notes the caller; `/internal/**` is for services alone.
final class IdentityFilter implements WebFilter, Ordered {

    static final String CALLER = Caller.class.getName();
    private static final String BEARER = "Bearer ";
    private static final String OPERATIONS = "/actuator/";
    private static final String INTERNAL = "/internal/";

    private final TokenVerifier verifier;
    private final ProblemWriter problems;

    IdentityFilter(TokenVerifier verifier, ProblemWriter problems) {
        this.verifier = verifier;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (path(exchange).startsWith(OPERATIONS)) {
            return chain.filter(exchange);
        }
        return Mono.justOrEmpty(bearer(exchange))
                .flatMap(verifier::verify)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(caller -> caller.isPresent()
                        ? admit(exchange, chain, caller.get())
                        : refuse(exchange, HttpStatus.UNAUTHORIZED, "unauthorized", "Sign in to do this"));
    }

    private Mono<Void> admit(ServerWebExchange exchange, WebFilterChain chain, Caller caller) {
        if (path(exchange).startsWith(INTERNAL) && !caller.is(CallerKind.SERVICE)) {
            return refuse(exchange, HttpStatus.NOT_FOUND, "not-found", "There is nothing here");
        }
        exchange.getAttributes().put(CALLER, caller);
        return chain.filter(exchange);
    }

    private Mono<Void> refuse(ServerWebExchange exchange, HttpStatus status, String code, String title) {
        return problems.write(exchange, Problems.of(status, code, title, title));
    }

    private static Optional<String> bearer(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()));
    }

    private static String path(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value();
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 1;
    }
}

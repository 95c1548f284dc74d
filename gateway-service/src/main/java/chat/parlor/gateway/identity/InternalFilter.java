package chat.parlor.gateway.identity;

import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.identity.Callers;
import chat.parlor.chassis.identity.TokenVerifier;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Lets only services reach `/internal/**`. To everybody else there is nothing.
@Component
class InternalFilter implements WebFilter, Ordered {

    private static final String BEARER = "Bearer ";

    private final TokenVerifier verifier;

    InternalFilter(TokenVerifier verifier) {
        this.verifier = verifier;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!ApiPaths.isInternal(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return Mono.justOrEmpty(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.startsWith(BEARER))
                .flatMap(header -> verifier.verify(header.substring(BEARER.length())))
                .filter(caller -> caller.is(CallerKind.SERVICE))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)))
                .doOnNext(caller -> Callers.note(exchange, caller))
                .then(Mono.defer(() -> chain.filter(exchange)));
    }

    @Override
    public int getOrder() {
        return FilterOrder.CREDENTIALS;
    }
}

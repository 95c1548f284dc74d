package chat.parlor.gateway.limits;

import chat.parlor.gateway.identity.FilterOrder;
import chat.parlor.gateway.proxies.Network;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Keeps `/actuator` to operators: this port is the public one. What came through a proxy came from outside.
@Component
class OperatorPaths implements WebFilter, Ordered {

    private static final String OPERATIONS = "/actuator";

    private final List<Network> operators;

    OperatorPaths(LimitProperties properties) {
        this.operators = properties.operators().stream().map(Network::of).toList();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        return !request.getPath().value().startsWith(OPERATIONS) || isOperator(request)
                ? chain.filter(exchange)
                : Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Override
    public int getOrder() {
        return FilterOrder.OPERATORS;
    }

    private boolean isOperator(ServerHttpRequest request) {
        var remote = request.getRemoteAddress();
        var headers = request.getHeaders();
        return remote != null
                && !headers.containsHeader("X-Forwarded-For")
                && !headers.containsHeader("Forwarded")
                && operators.stream().anyMatch(network -> network.contains(remote.getAddress()));
    }
}

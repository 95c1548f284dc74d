package chat.parlor.chassis.http;

import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/// Lets work go on when its client hangs up. A cancellation that reaches a query at the wrong moment can cost the
/// connection pool a connection, so none is passed on; timeouts bound the work. That the answer then finds nobody
/// is no error.
final class HangUpShield implements WebFilter, Ordered {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (exchange.getRequest().getHeaders().containsHeader(HttpHeaders.UPGRADE)) {
            return chain.filter(exchange);
        }
        return Mono.deferContextual(context -> Mono.fromFuture(
                chain.filter(exchange)
                        .onErrorComplete(DisconnectedClientHelper::isClientDisconnectedException)
                        .contextWrite(context)
                        .toFuture(),
                true));
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 2;
    }
}

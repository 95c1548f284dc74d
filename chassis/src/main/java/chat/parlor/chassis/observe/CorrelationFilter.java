package chat.parlor.chassis.observe;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Takes up the caller's trace context or begins one, and answers with it.
final class CorrelationFilter implements WebFilter, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger("chat.parlor.access");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var correlation = Correlation.from(exchange.getRequest().getHeaders().getFirst(Correlation.HEADER));
        exchange.getResponse().getHeaders().set(Correlation.HEADER, correlation.traceparent());
        exchange.getAttributes().put(Correlation.class.getName(), correlation);
        return chain.filter(exchange)
                .doFinally(end -> log(exchange, correlation))
                .contextWrite(context -> context.put(Correlation.class, correlation));
    }

    private static void log(ServerWebExchange exchange, Correlation correlation) {
        LOG.debug(
                "{} {} {} trace={}",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath().value(),
                exchange.getResponse().getStatusCode(),
                correlation.traceId());
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}

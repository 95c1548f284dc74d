package chat.parlor.gateway.routing;

import chat.parlor.chassis.identity.Callers;
import chat.parlor.chassis.observe.Correlation;
import chat.parlor.gateway.identity.AccessRefusal;
import chat.parlor.gateway.keys.Keys;
import java.util.List;
import java.util.Locale;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// Takes from a request everything by which a client could speak for somebody else, and adds the internal token that
/// says who it is.
@Component
class InternalCredential implements GatewayFilter {

    /// Innermost of our filters, so that a refused request signs nothing.
    static final int ORDER = 1;

    private static final List<String> TAKEN = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.COOKIE,
            HttpHeaders.ORIGIN,
            HttpHeaders.UPGRADE,
            "forwarded",
            "x-real-ip",
            "true-client-ip",
            "cf-connecting-ip",
            Correlation.HEADER,
            "tracestate",
            "baggage");
    private static final List<String> TAKEN_FAMILIES = List.of("x-forwarded-", "x-parlor-");

    private final Keys keys;

    InternalCredential(Keys keys) {
        this.keys = keys;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var caller = Callers.of(exchange).orElseThrow(AccessRefusal.NoCredential::new);
        return Mono.deferContextual(context -> {
            var trace = Correlation.in(context).traceparent();
            var request = exchange.getRequest()
                    .mutate()
                    .headers(headers -> {
                        strip(headers);
                        headers.setBearerAuth(keys.sign(caller));
                        headers.set(Correlation.HEADER, trace);
                    })
                    .build();
            return chain.filter(exchange.mutate().request(request).build());
        });
    }

    private static void strip(HttpHeaders headers) {
        TAKEN.forEach(headers::remove);
        List.copyOf(headers.headerNames()).stream()
                .filter(InternalCredential::isTakenFamily)
                .forEach(headers::remove);
    }

    private static boolean isTakenFamily(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return TAKEN_FAMILIES.stream().anyMatch(lower::startsWith);
    }
}

package chat.parlor.gateway.routing;

import chat.parlor.chassis.identity.Callers;
import chat.parlor.gateway.oversight.ReadingAlong;
import chat.parlor.gateway.proxies.Proxies;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/// Notes who asks for the timeline of a colleague's conversation.
@Component
class AuditedReading implements GatewayFilter {

    static final int ORDER = 0;

    private static final PathPattern TIMELINE =
            PathPatternParser.defaultInstance.parse("/api/v1/rooms/{room}/timeline");

    private final ReadingAlong reading;
    private final Proxies proxies;

    AuditedReading(ReadingAlong reading, Proxies proxies) {
        this.reading = reading;
        this.proxies = proxies;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var request = exchange.getRequest();
        var match = TIMELINE.matchAndExtract(request.getPath().pathWithinApplication());
        if (match != null) {
            var room = match.getUriVariables().getOrDefault("room", "");
            Callers.of(exchange).ifPresent(caller -> reading.noted(caller, room, proxies.address(request)));
        }
        return chain.filter(exchange);
    }
}

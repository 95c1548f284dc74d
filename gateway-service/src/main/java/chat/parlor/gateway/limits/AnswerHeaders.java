package chat.parlor.gateway.limits;

import chat.parlor.gateway.identity.FilterOrder;
import chat.parlor.gateway.proxies.Proxies;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Adds to every answer what keeps browsers from guessing, framing and remembering, unless the answer says otherwise.
@Component
class AnswerHeaders implements WebFilter, Ordered {

    private static final String API = "/api/";
    private static final String POLICY = "Content-Security-Policy";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String ONE_YEAR = "max-age=31536000";

    private final Proxies proxies;

    AnswerHeaders(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> {
            complete(exchange);
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    @Override
    public int getOrder() {
        return FilterOrder.HEADERS;
    }

    private void complete(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var headers = exchange.getResponse().getHeaders();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        absent(headers, POLICY, NOTHING);
        if (request.getPath().value().startsWith(API)) {
            absent(headers, HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (proxies.secure(request)) {
            headers.set("Strict-Transport-Security", ONE_YEAR);
        }
    }

    private static void absent(HttpHeaders headers, String name, String value) {
        if (!headers.containsHeader(name)) {
            headers.set(name, value);
        }
    }
}

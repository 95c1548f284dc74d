package chat.parlor.gateway.origins;

import chat.parlor.chassis.problem.ProblemWriter;
import chat.parlor.gateway.identity.AccessRefusal;
import chat.parlor.gateway.identity.FilterOrder;
import chat.parlor.gateway.identity.Origins;
import java.time.Duration;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Lets pages of allowed origins use the API with a bearer token (CORS, without cookies) and refuses all others.
@Component
class OriginFilter implements WebFilter, Ordered {

    private static final String API = "/api/";
    private static final Duration PREFLIGHT_KEPT = Duration.ofHours(1);
    private static final List<HttpMethod> METHODS =
            List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE);
    private static final List<String> REQUEST_HEADERS =
            List.of(HttpHeaders.AUTHORIZATION, HttpHeaders.CONTENT_TYPE, HttpHeaders.IF_NONE_MATCH, "traceparent");
    private static final List<String> ANSWER_HEADERS =
            List.of(HttpHeaders.ETAG, HttpHeaders.RETRY_AFTER, HttpHeaders.LOCATION, "traceparent");

    private final Origins origins;
    private final ProblemWriter problems;

    OriginFilter(Origins origins, ProblemWriter problems) {
        this.origins = origins;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        var origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        if (!isApi(request)) {
            return chain.filter(exchange);
        }
        var answer = exchange.getResponse().getHeaders();
        answer.add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (origin == null) {
            return chain.filter(exchange);
        }
        if (!origins.allowed(request)) {
            return problems.write(exchange, AccessRefusal.problem(new AccessRefusal.OriginNotAllowed()));
        }
        answer.setAccessControlAllowOrigin(origin);
        answer.setAccessControlExposeHeaders(ANSWER_HEADERS);
        return CorsUtils.isPreFlightRequest(request) ? preflight(exchange) : chain.filter(exchange);
    }

    @Override
    public int getOrder() {
        return FilterOrder.ORIGIN;
    }

    private static boolean isApi(ServerHttpRequest request) {
        return request.getPath().value().startsWith(API);
    }

    private static Mono<Void> preflight(ServerWebExchange exchange) {
        var headers = exchange.getResponse().getHeaders();
        headers.setAccessControlAllowMethods(METHODS);
        headers.setAccessControlAllowHeaders(REQUEST_HEADERS);
        headers.setAccessControlMaxAge(PREFLIGHT_KEPT);
        exchange.getResponse().setStatusCode(HttpStatus.NO_CONTENT);
        return exchange.getResponse().setComplete();
    }
}

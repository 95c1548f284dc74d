package chat.parlor.gateway.limits;

import chat.parlor.chassis.problem.ProblemWriter;
import chat.parlor.chassis.problem.Problems;
import chat.parlor.gateway.identity.FilterOrder;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/// Bounds the size of requests to the API and the time until their answer.
@Component
class RequestLimits implements WebFilter, Ordered {

    private static final String API = "/api/";
    private static final PathPattern UPLOAD =
            PathPatternParser.defaultInstance.parse("/api/v1/rooms/{room}/attachments");
    private static final PathPattern FILES =
            PathPatternParser.defaultInstance.parse("/api/v1/rooms/{room}/attachments/**");

    private static final PathPattern EXPORT = PathPatternParser.defaultInstance.parse("/api/v1/guests/{guest}/export");
    private static final PathPattern STREAM = PathPatternParser.defaultInstance.parse("/api/v1/events");

    private final LimitProperties properties;
    private final ProblemWriter problems;

    RequestLimits(LimitProperties properties, ProblemWriter problems) {
        this.properties = properties;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!request.getPath().value().startsWith(API) || isStream(request)) {
            return chain.filter(exchange);
        }
        var most = (isUpload(request) ? properties.upload() : properties.body()).toBytes();
        if (request.getHeaders().getContentLength() > most) {
            return Mono.error(new DataBufferLimitException("body: over " + most + " bytes"));
        }
        var bounded = exchange.mutate().request(new BoundedBody(request, most)).build();
        return whole(chain, bounded)
                .timeout(patience(request))
                .onErrorResume(TimeoutException.class, e -> late(exchange));
    }

    @Override
    public int getOrder() {
        return FilterOrder.LIMITS;
    }

    /// The rest of the chain, which no client that leaves and no timeout can cancel: a query that is cancelled at the
    /// wrong moment would cost a connection of the pool for ever.
    private static Mono<Void> whole(WebFilterChain chain, ServerWebExchange exchange) {
        return Mono.deferContextual(context ->
                Mono.fromFuture(chain.filter(exchange).contextWrite(context).toFuture(), true));
    }

    private Mono<Void> late(ServerWebExchange exchange) {
        var seconds = Duration.ofSeconds(1);
        var problem = Problems.of(
                HttpStatus.GATEWAY_TIMEOUT,
                isSafe(exchange.getRequest()) ? "late" : "unknown-outcome",
                "No answer in time",
                isSafe(exchange.getRequest()) ? "Try again" : "It may have happened or not; look before you repeat it");
        problem.setProperty("retryAfterMs", seconds.toMillis());
        return problems.write(exchange, problem);
    }

    private static boolean isSafe(ServerHttpRequest request) {
        return HttpMethod.GET.equals(request.getMethod()) || HttpMethod.HEAD.equals(request.getMethod());
    }

    private Duration patience(ServerHttpRequest request) {
        if (EXPORT.matches(request.getPath().pathWithinApplication())) {
            return properties.export();
        }
        return isFile(request) ? properties.uploadAnswer() : properties.answer();
    }

    private static boolean isFile(ServerHttpRequest request) {
        return FILES.matches(request.getPath().pathWithinApplication());
    }

    /// A stream has no end of its own.
    private static boolean isStream(ServerHttpRequest request) {
        return HttpMethod.GET.equals(request.getMethod())
                && STREAM.matches(request.getPath().pathWithinApplication());
    }

    private static boolean isUpload(ServerHttpRequest request) {
        return HttpMethod.POST.equals(request.getMethod())
                && UPLOAD.matches(request.getPath().pathWithinApplication());
    }
}

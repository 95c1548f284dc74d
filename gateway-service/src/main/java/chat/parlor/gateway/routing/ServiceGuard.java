package chat.parlor.gateway.routing;

import chat.parlor.chassis.problem.ProblemWriter;
import chat.parlor.chassis.problem.Problems;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;

/// Stands before one service: after several failures it lets nothing through for a while, and it turns failures into
/// problem documents that tell a service that is away from one that is late.
final class ServiceGuard implements GatewayFilter {

    /// Outermost, around the write of the answer too.
    static final int ORDER = -100;

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final String service;
    private final CircuitBreaker breaker;
    private final ProblemWriter problems;

    ServiceGuard(String service, CircuitBreaker breaker, ProblemWriter problems) {
        this.service = service;
        this.breaker = breaker;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .onErrorResume(ServiceGuard::isLate, e -> problems.write(exchange, late(exchange)))
                .onErrorResume(ServiceGuard::isAway, e -> problems.write(exchange, away()));
    }

    /// What counts against a service: that it did not answer. What it answered does not, nor what a client did wrong.
    static boolean isUnreachable(Throwable error) {
        return isLate(error) || (isAway(error) && !(error instanceof CallNotPermittedException));
    }

    private static boolean isLate(Throwable error) {
        if (error instanceof ResponseStatusException status) {
            return status.getStatusCode().isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT);
        }
        return error instanceof io.netty.handler.timeout.TimeoutException
                || (error instanceof TimeoutException && !(error instanceof PoolAcquireTimeoutException));
    }

    private static boolean isAway(Throwable error) {
        return error instanceof CallNotPermittedException
                || error instanceof PoolAcquireTimeoutException
                || error instanceof IOException;
    }

    private ProblemDetail away() {
        var problem = Problems.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "service-unavailable",
                "A part of Parlor is away",
                "The " + service + " service does not answer; try again shortly");
        problem.setProperty("retryAfterMs", RETRY_AFTER.toMillis());
        return problem;
    }

    private ProblemDetail late(ServerWebExchange exchange) {
        var safe = HttpMethod.GET.equals(exchange.getRequest().getMethod());
        return Problems.of(
                HttpStatus.GATEWAY_TIMEOUT,
                safe ? "late" : "unknown-outcome",
                "No answer in time",
                safe ? "Try again" : "It may have happened or not; look before you repeat it");
    }
}

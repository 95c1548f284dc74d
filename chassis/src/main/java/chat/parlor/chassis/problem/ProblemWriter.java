package chat.parlor.chassis.problem;

import java.util.Objects;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Writes a problem document where no controller is at hand: in filters and for errors nobody handled.
public final class ProblemWriter {

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    /// Answers the exchange with `problem`. A `retryAfterMs` property also becomes the header `Retry-After`.
    public Mono<Void> write(ServerWebExchange exchange, ProblemDetail problem) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.empty();
        }
        response.setStatusCode(HttpStatusCode.valueOf(problem.getStatus()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        retryAfter(problem, exchange);
        var bytes = json.writeValueAsBytes(problem);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }

    private static void retryAfter(ProblemDetail problem, ServerWebExchange exchange) {
        var properties = problem.getProperties();
        if (properties != null && properties.get("retryAfterMs") instanceof Number wait) {
            var seconds = Math.max(1, Math.ceilDiv(wait.longValue(), 1000));
            exchange.getResponse().getHeaders().set("Retry-After", Objects.toString(seconds));
        }
    }
}

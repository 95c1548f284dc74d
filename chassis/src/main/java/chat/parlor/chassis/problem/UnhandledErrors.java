package chat.parlor.chassis.problem;

import chat.parlor.chassis.observe.Correlation;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/// Renders what no controller handled as a problem document. Details of the inside stay in the log.
final class UnhandledErrors implements WebExceptionHandler, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(UnhandledErrors.class);
    /// Before Spring Boot's own handler, which has order -1.
    private static final int ORDER = -2;

    private final ProblemWriter writer;

    UnhandledErrors(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        return exchange.getResponse().isCommitted()
                ? Mono.error(error)
                : writer.write(exchange, problem(exchange, error));
    }

    private static ProblemDetail problem(ServerWebExchange exchange, Throwable error) {
        if (error instanceof WebExchangeBindException invalid) {
            return Problems.invalid(invalid.getFieldErrors().stream()
                    .map(field -> new Problems.FieldError(field.getField(), String.valueOf(field.getDefaultMessage())))
                    .toList());
        }
        if (tooLarge(error)) {
            return of(HttpStatus.CONTENT_TOO_LARGE);
        }
        if (error instanceof ErrorResponse response) {
            return of(HttpStatus.valueOf(response.getStatusCode().value()));
        }
        LOG.error(
                "{} {} failed trace={}",
                exchange.getRequest().getMethod(),
                exchange.getRequest().getPath(),
                Correlation.of(exchange).traceId(),
                error);
        return of(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private static boolean tooLarge(Throwable error) {
        return error instanceof DataBufferLimitException || error.getCause() instanceof DataBufferLimitException;
    }

    private static ProblemDetail of(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST ->
                Problems.of(
                        status,
                        "bad-request",
                        "The request cannot be read",
                        "Check the JSON and the types of its fields");
            case UNAUTHORIZED ->
                Problems.of(status, "unauthorized", "Sign in to do this", "No valid credentials were given");
            case NOT_FOUND -> Problems.of(status, "not-found", "There is nothing here", "No such resource");
            case METHOD_NOT_ALLOWED ->
                Problems.of(status, "method-not-allowed", "That method is not possible here", "Use another method");
            case CONTENT_TOO_LARGE -> Problems.of(status, "too-large", "The request is too large", "Send less at once");
            case UNSUPPORTED_MEDIA_TYPE ->
                Problems.of(
                        status,
                        "unsupported-media-type",
                        "That kind of content is not read here",
                        "Send application/json");
            case INTERNAL_SERVER_ERROR ->
                Problems.of(status, "internal", "Something went wrong here", "It has been noted; try again");
            default -> Problems.of(status, code(status), status.getReasonPhrase(), status.getReasonPhrase());
        };
    }

    private static String code(HttpStatus status) {
        return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    }

    @Override
    public int getOrder() {
        return ORDER;
    }
}

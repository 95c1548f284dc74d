package chat.parlor.gateway.routing;

import chat.parlor.chassis.observe.Correlation;
import java.util.List;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/// Keeps back what only the gateway says to clients: cookies, what other origins may do, and the trace it has begun.
@Component
class AnswerFilter implements HttpHeadersFilter {

    private static final List<String> KEPT_BACK = List.of(
            HttpHeaders.SET_COOKIE,
            HttpHeaders.SERVER,
            HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN,
            HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS,
            Correlation.HEADER);

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        var output = new HttpHeaders();
        output.addAll(input);
        KEPT_BACK.forEach(output::remove);
        return output;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}

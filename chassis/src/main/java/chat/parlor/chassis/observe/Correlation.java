package chat.parlor.chassis.observe;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.util.context.ContextView;

/// The W3C trace context (https://www.w3.org/TR/trace-context/) that ties a request, the calls it makes, the events it
/// causes and the log lines it leaves together.
///
/// @param traceparent version, trace id, parent id and flags
public record Correlation(String traceparent) {

    /// The HTTP and record header, and the key in the Reactor context.
    public static final String HEADER = "traceparent";

    private static final Pattern SHAPE = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE_START = 3;
    private static final int TRACE_END = 35;

    /// The correlation of the running chain; a new one where the chain has none.
    public static Correlation in(ContextView context) {
        return context.hasKey(Correlation.class) ? context.get(Correlation.class) : fresh();
    }

    /// The correlation of a request that is being answered; a new one when none was taken up.
    public static Correlation of(ServerWebExchange exchange) {
        return exchange.getAttributeOrDefault(Correlation.class.getName(), fresh());
    }

    /// The caller's correlation when it is well formed, else a new one.
    public static Correlation from(@Nullable String header) {
        return header != null && SHAPE.matcher(header).matches() ? new Correlation(header) : fresh();
    }

    /// The part that all lines of one trace share.
    public String traceId() {
        return traceparent.substring(TRACE_START, TRACE_END);
    }

    private static Correlation fresh() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        return new Correlation("00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-01");
    }
}

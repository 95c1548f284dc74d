package chat.parlor.gateway.identity;

import org.springframework.core.Ordered;

/// The order in which the gateway looks at a request. The trace begins before all of it.
public final class FilterOrder {

    /// Headers every answer gets, refusals too.
    public static final int HEADERS = Ordered.HIGHEST_PRECEDENCE + 10;
    /// Operators' paths.
    public static final int OPERATORS = Ordered.HIGHEST_PRECEDENCE + 11;
    /// The page that asks. Before the credential, because browsers ask ahead without one.
    public static final int ORIGIN = Ordered.HIGHEST_PRECEDENCE + 12;
    /// How long it may take. Before the credential, which may have to be looked up.
    public static final int LIMITS = Ordered.HIGHEST_PRECEDENCE + 13;
    /// Who asks.
    public static final int CREDENTIALS = Ordered.HIGHEST_PRECEDENCE + 14;

    private FilterOrder() {}
}

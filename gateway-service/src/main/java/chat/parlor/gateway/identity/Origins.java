package chat.parlor.gateway.identity;

import org.springframework.http.server.reactive.ServerHttpRequest;

/// Which web pages may talk to this gateway.
public interface Origins {

    /// True when the request has no `Origin` (not a browser), its own, or one of the configured widget origins.
    boolean allowed(ServerHttpRequest request);

    /// True when the request has an `Origin` and it is this gateway's own: only then does the cookie count for unsafe
    /// methods and sockets.
    boolean own(ServerHttpRequest request);
}

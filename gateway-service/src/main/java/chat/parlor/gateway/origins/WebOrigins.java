package chat.parlor.gateway.origins;

import chat.parlor.chassis.http.OriginPattern;
import chat.parlor.gateway.identity.Origins;
import chat.parlor.gateway.proxies.Proxies;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;

/// Origins by configuration and by the `Host` the client asked for.
@Component
class WebOrigins implements Origins {

    private final List<OriginPattern> own;
    private final List<OriginPattern> widget;
    private final Proxies proxies;

    WebOrigins(OriginProperties properties, Proxies proxies) {
        this.own = properties.origins().stream().map(OriginPattern::of).toList();
        this.widget = properties.widgetOrigins().stream().map(OriginPattern::of).toList();
        this.proxies = proxies;
    }

    @Override
    public boolean allowed(ServerHttpRequest request) {
        var origin = request.getHeaders().getFirst(HttpHeaders.ORIGIN);
        return origin == null || own(request) || matches(widget, origin);
    }

    @Override
    public boolean own(ServerHttpRequest request) {
        var origins = request.getHeaders().getOrEmpty(HttpHeaders.ORIGIN);
        if (origins.size() != 1) {
            return false;
        }
        var origin = origins.getFirst();
        return matches(own, origin) || isHost(origin, request);
    }

    /// A page of the same host. Seen over TLS the page must be too; seen without, a proxy may have ended it.
    private boolean isHost(String origin, ServerHttpRequest request) {
        var host = proxies.host(request);
        return host != null && (is("https", host, origin) || (!proxies.secure(request) && is("http", host, origin)));
    }

    private static boolean is(String scheme, String host, String origin) {
        try {
            return OriginPattern.of(scheme + "://" + host).matches(origin);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean matches(List<OriginPattern> patterns, String origin) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(origin));
    }
}

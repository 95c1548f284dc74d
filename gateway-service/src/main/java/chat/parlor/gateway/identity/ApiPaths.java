package chat.parlor.gateway.identity;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Which paths are the API's, which of them need no credential, and which need one whatever lies behind them.
final class ApiPaths {

    private static final PathPattern API = pattern("/api/{*rest}");
    private static final PathPattern INTERNAL = pattern("/internal/{*rest}");
    private static final PathPattern KEYS = pattern("/internal/keys");

    private static final List<Open> OPEN = List.of(
            new Open(HttpMethod.POST, pattern("/api/v1/session")),
            new Open(HttpMethod.POST, pattern("/api/v1/links/open")),
            new Open(HttpMethod.POST, pattern("/api/v1/links/use")),
            new Open(HttpMethod.GET, pattern("/api/v1/links/forgotten")),
            new Open(HttpMethod.POST, pattern("/api/v1/links/forgotten")),
            new Open(HttpMethod.GET, pattern("/api/v1/health")),
            new Open(HttpMethod.GET, pattern("/api/v1/widget")),
            new Open(HttpMethod.GET, pattern("/api/v1/widget/card")),
            new Open(HttpMethod.POST, pattern("/api/v1/guests")),
            new Open(HttpMethod.POST, pattern("/api/v1/guests/identity")),
            new Open(HttpMethod.POST, pattern("/api/v1/guests/answers/open")),
            new Open(HttpMethod.GET, pattern("/api/v1/guests/answers/stop/{secret}")),
            new Open(HttpMethod.POST, pattern("/api/v1/guests/answers/stop/{secret}")));

    private static final List<PathPattern> GUARDED = List.of(
            pattern("/api/v1/session/{*rest}"),
            pattern("/api/v1/accounts/{*rest}"),
            pattern("/api/v1/api-keys/{*rest}"),
            pattern("/api/v1/events/{*rest}"),
            pattern("/api/v1/invitations/{*rest}"),
            pattern("/api/v1/guests/{*rest}"),
            pattern("/api/v1/widget/{*rest}"),
            pattern("/api/v1/settings/{*rest}"),
            pattern("/api/v1/rooms/{*rest}"),
            pattern("/api/v1/replies/{*rest}"),
            pattern("/api/v1/link-patterns/{*rest}"),
            pattern("/api/v1/tags/{*rest}"),
            pattern("/api/v1/reports/{*rest}"),
            pattern("/api/v1/retention/{*rest}"),
            pattern("/api/v1/queue/{*rest}"),
            pattern("/api/v1/routing/{*rest}"),
            pattern("/api/v1/visibility/{*rest}"),
            pattern("/api/v1/presence/{*rest}"),
            pattern("/api/v1/search/{*rest}"),
            pattern("/api/v1/webhooks/{*rest}"));

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private ApiPaths() {}

    private record Open(HttpMethod method, PathPattern path) {}

    static boolean isApi(ServerHttpRequest request) {
        return API.matches(path(request));
    }

    /// A path of the services among themselves, but not the public keys.
    static boolean isInternal(ServerHttpRequest request) {
        return INTERNAL.matches(path(request)) && !KEYS.matches(path(request));
    }

    /// A route anyone may call.
    static boolean isOpen(ServerHttpRequest request) {
        return OPEN.stream()
                .anyMatch(open ->
                        open.method().equals(request.getMethod()) && open.path().matches(path(request)));
    }

    /// A route that exists and is not open. What does not exist is not guarded: it answers 404 to everybody.
    static boolean isGuarded(ServerHttpRequest request) {
        return !isOpen(request) && GUARDED.stream().anyMatch(guarded -> guarded.matches(path(request)));
    }

    /// A method that changes nothing.
    static boolean isSafe(ServerHttpRequest request) {
        return SAFE.contains(request.getMethod());
    }

    private static PathContainer path(ServerHttpRequest request) {
        return request.getPath().pathWithinApplication();
    }

    private static PathPattern pattern(String text) {
        return PathPatternParser.defaultInstance.parse(text);
    }
}

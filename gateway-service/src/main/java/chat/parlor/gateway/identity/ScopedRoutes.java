package chat.parlor.gateway.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// The routes that API keys may reach, each with the scope it takes. A key reaches no other route that needs a
/// credential, whatever comes to be added.
final class ScopedRoutes {

    private static final String WEBHOOKS = "/api/v1/webhooks/{*rest}";

    private static final List<Route> ROUTES = List.of(
            Route.of(Scope.ACCOUNTS_READ, HttpMethod.GET, "/api/v1/accounts"),
            Route.of(Scope.EVENTS_READ, HttpMethod.GET, "/api/v1/events"),
            Route.of(Scope.WEBHOOKS_MANAGE, HttpMethod.GET, WEBHOOKS),
            Route.of(Scope.WEBHOOKS_MANAGE, HttpMethod.POST, WEBHOOKS),
            Route.of(Scope.WEBHOOKS_MANAGE, HttpMethod.PUT, WEBHOOKS),
            Route.of(Scope.WEBHOOKS_MANAGE, HttpMethod.DELETE, WEBHOOKS));

    private ScopedRoutes() {}

    private record Route(Scope scope, HttpMethod method, PathPattern path) {

        static Route of(Scope scope, HttpMethod method, String path) {
            return new Route(scope, method, PathPatternParser.defaultInstance.parse(path));
        }

        boolean matches(ServerHttpRequest request) {
            return method.equals(request.getMethod())
                    && path.matches(request.getPath().pathWithinApplication());
        }
    }

    /// The scope that opens the route asked for; empty when none does.
    static Optional<Scope> opening(ServerHttpRequest request) {
        return ROUTES.stream()
                .filter(route -> route.matches(request))
                .map(Route::scope)
                .findFirst();
    }
}

package chat.parlor.gateway.identity;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.identity.Callers;
import chat.parlor.chassis.problem.ProblemWriter;
import chat.parlor.gateway.proxies.Proxies;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Finds out who calls the API, once, and notes it for controllers and routes. Callers without a credential are
/// anonymous on open routes and turned away everywhere else.
@Component
class CredentialFilter implements WebFilter, Ordered {

    private static final String BEARER = "Bearer ";
    private static final String ANONYMOUS = "anonymous";

    private final Logins logins;
    private final Origins origins;
    private final Proxies proxies;
    private final ProblemWriter problems;

    CredentialFilter(Logins logins, Origins origins, Proxies proxies, ProblemWriter problems) {
        this.logins = logins;
        this.origins = origins;
        this.proxies = proxies;
        this.problems = problems;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!ApiPaths.isApi(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return caller(exchange)
                .doOnNext(caller -> Callers.note(exchange, caller))
                .then(Mono.defer(() -> chain.filter(exchange)))
                .onErrorResume(
                        AccessRefusal.class, refusal -> problems.write(exchange, AccessRefusal.problem(refusal)));
    }

    @Override
    public int getOrder() {
        return FilterOrder.CREDENTIALS;
    }

    private Mono<Caller> caller(ServerWebExchange exchange) {
        return Mono.defer(() -> login(exchange.getRequest()))
                .doOnNext(login -> exchange.getAttributes().put(Login.ATTRIBUTE, login))
                .map(Login::caller)
                .switchIfEmpty(Mono.fromCallable(() -> anonymous(exchange.getRequest())))
                .map(caller -> caller.at(proxies.address(exchange.getRequest())));
    }

    private Mono<Login> login(ServerHttpRequest request) {
        var authorization = request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (ApiPaths.isOpen(request)) {
            return byBearer(authorization);
        }
        return authorization == null
                ? byCookie(request)
                : byBearer(authorization)
                        .switchIfEmpty(Mono.error(AccessRefusal.UnknownToken::new))
                        .doOnNext(login -> requireScope(request, login.caller()));
    }

    /// Keys are held to their scopes here, before anything else is asked: the services behind know none.
    private static void requireScope(ServerHttpRequest request, Caller caller) {
        var wanted = ScopedRoutes.opening(request);
        if (caller.is(CallerKind.BOT)
                && wanted.filter(scope -> caller.has(scope.wire())).isEmpty()) {
            throw new AccessRefusal.ScopeMissing(wanted);
        }
    }

    private Mono<Login> byBearer(@Nullable String authorization) {
        return authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Mono.empty()
                : logins.byToken(authorization.substring(BEARER.length()).strip());
    }

    /// A browser sends the cookie whichever page asks, so here the page matters: pages of the same site but another
    /// origin, like another port, must not act for whoever is signed in.
    private Mono<Login> byCookie(ServerHttpRequest request) {
        if (!request.getCookies().containsKey(SessionCookie.NAME) || origins.own(request)) {
            return logins.byCookie(request);
        }
        if (!ApiPaths.isSafe(request)) {
            return Mono.error(AccessRefusal.OriginNotAllowed::new);
        }
        return request.getHeaders().containsHeader(HttpHeaders.ORIGIN) ? Mono.empty() : logins.byCookie(request);
    }

    private static Caller anonymous(ServerHttpRequest request) {
        if (ApiPaths.isGuarded(request)) {
            throw new AccessRefusal.NoCredential();
        }
        return new Caller(ANONYMOUS, CallerKind.ANONYMOUS, "", Set.of(), null);
    }
}

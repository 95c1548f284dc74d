package chat.parlor.gateway.neighbours;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.gateway.identity.Login;
import chat.parlor.gateway.identity.Logins;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/// Takes tokens that say themselves whose they are: `a_ada` is the account of an agent, `a_ada!` of one without roles,
/// `g_…` a guest's; a `brief` login is soon over; `away` cannot be checked, everything else is nobody's.
public final class FakeLogins implements Logins {

    private static final Duration BRIEF = Duration.ofSeconds(1);

    private final Sinks.Many<String> ended = Sinks.many().multicast().directBestEffort();

    @Override
    public Mono<Login> byToken(String token) {
        if ("away".equals(token)) {
            return Mono.error(new IllegalStateException("database away"));
        }
        return token.startsWith("a_") || token.startsWith("g_") ? Mono.just(login(token)) : Mono.empty();
    }

    private static Login login(String token) {
        var id = token.replace("!", "");
        var name = id.substring(2);
        if (id.startsWith("g_")) {
            return new Login(Caller.of(id, CallerKind.GUEST, name), null, Instant.MAX);
        }
        var end = id.contains("brief") ? Neighbours.CLOCK.instant().plus(BRIEF) : Instant.MAX;
        var roles = token.endsWith("!") ? Set.<String>of() : Set.of("agent");
        return new Login(new Caller(id, CallerKind.ACCOUNT, name, roles, null), "s_" + name, end);
    }

    @Override
    public Mono<Login> byCookie(ServerHttpRequest request) {
        var cookie = request.getCookies().getFirst("parlor_session");
        return cookie == null ? Mono.empty() : byToken(cookie.getValue());
    }

    @Override
    public Flux<String> ended() {
        return ended.asFlux();
    }

    /// Ends a session, as another node would.
    public void end(String session) {
        ended.tryEmitNext(session).orThrow();
    }
}

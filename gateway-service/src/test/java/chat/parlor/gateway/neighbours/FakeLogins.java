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
/// `a_ada*` an administrator's; `g_…` a guest's; `k_inbox:events.read` an API key's with that scope; a `brief` login is
/// soon over; `away` cannot be checked, everything else is nobody's.
public final class FakeLogins implements Logins {

    private static final Duration BRIEF = Duration.ofSeconds(1);

    private final Sinks.Many<String> ended = Sinks.many().multicast().directBestEffort();

    @Override
    public Mono<Login> byToken(String token) {
        if ("away".equals(token)) {
            return Mono.error(new IllegalStateException("database away"));
        }
        if (token.startsWith("k_")) {
            return Mono.just(key(token));
        }
        return token.startsWith("a_") || token.startsWith("g_") ? Mono.just(login(token)) : Mono.empty();
    }

    private static Login key(String token) {
        var parts = token.split(":", 2);
        var caller = new Caller(parts[0], CallerKind.BOT, parts[0].substring(2), Set.of(parts[1]), null);
        return new Login(caller, "ks_" + parts[0].substring(2), Instant.MAX);
    }

    private static Login login(String token) {
        var id = token.replace("!", "").replace("*", "");
        var name = id.substring(2);
        if (id.startsWith("g_")) {
            return new Login(Caller.of(id, CallerKind.GUEST, name), null, Instant.MAX);
        }
        var end = id.contains("brief") ? Neighbours.CLOCK.instant().plus(BRIEF) : Instant.MAX;
        var roles = roles(token);
        return new Login(new Caller(id, CallerKind.ACCOUNT, name, roles, null), "s_" + name, end);
    }

    private static Set<String> roles(String token) {
        return switch (token.charAt(token.length() - 1)) {
            case '!' -> Set.of();
            case '*' -> Set.of("agent", "supervisor", "administrator");
            default -> Set.of("agent");
        };
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

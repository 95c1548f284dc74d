package chat.parlor.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Logins from the sources that know them, kept for a short time by the hash of their token.
@Component
class CachedLogins implements Logins {

    private static final Pattern TOKEN = Pattern.compile("p[a-z]_[A-Za-z0-9_-]{43}");
    private static final int MOST_KEPT = 100_000;

    private final List<TokenSource> sources;
    private final EndedSessions ended;
    private final Clock clock;
    private final Cache<String, Login> known;

    CachedLogins(List<TokenSource> sources, EndedSessions ended, IdentityProperties properties, Clock clock) {
        this.sources = List.copyOf(sources);
        this.ended = ended;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(MOST_KEPT)
                .expireAfterWrite(properties.loginsKept())
                .build();
    }

    @Override
    public Mono<Login> byToken(String token) {
        if (!TOKEN.matcher(token).matches()) {
            return Mono.empty();
        }
        return Mono.defer(() -> found(token)).filter(this::counts);
    }

    @Override
    public Mono<Login> byCookie(ServerHttpRequest request) {
        var cookie = request.getCookies().getFirst(SessionCookie.NAME);
        return cookie == null ? Mono.empty() : byToken(cookie.getValue());
    }

    @Override
    public Flux<String> ended() {
        return ended.ended();
    }

    private Mono<Login> found(String token) {
        var hash = TokenHash.of(token);
        var login = known.getIfPresent(hash);
        return login != null ? Mono.just(login) : asked(token).doOnNext(fresh -> known.put(hash, fresh));
    }

    private Mono<Login> asked(String token) {
        return Flux.fromIterable(sources)
                .filter(source -> token.startsWith(source.prefix()))
                .next()
                .flatMap(source -> source.login(token));
    }

    /// Looked at after the cache, so that a lookup under way during a sign-out cannot bring the session back.
    private boolean counts(Login login) {
        return !ended.contains(login.session())
                && !ended.contains(login.caller().id())
                && clock.instant().isBefore(login.expiresAt());
    }
}

package chat.parlor.gateway.sessions;

import chat.parlor.gateway.identity.Login;
import chat.parlor.gateway.identity.TokenSource;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tokens of sessions, known to our own table.
@Component
class SessionTokens implements TokenSource {

    static final String PREFIX = "ps_";

    private final SessionStore store;
    private final Clock clock;

    SessionTokens(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Mono<Login> login(String token) {
        return store.live(token, clock.instant());
    }
}

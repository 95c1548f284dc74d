package chat.parlor.gateway.apikeys;

import chat.parlor.gateway.identity.Login;
import chat.parlor.gateway.identity.TokenSource;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Secrets of API keys, known to our own table. Who shows one is seen to use its key.
@Component
class ApiKeyTokens implements TokenSource {

    static final String PREFIX = "pk_";

    private final ApiKeyLogins logins;
    private final ApiKeyProperties properties;
    private final Clock clock;

    ApiKeyTokens(ApiKeyLogins logins, ApiKeyProperties properties, Clock clock) {
        this.logins = logins;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public Mono<Login> login(String token) {
        var now = clock.instant();
        return logins.live(token, now)
                .flatMap(login -> logins.used(login.caller().id(), now, now.minus(properties.usedWithin()))
                        .thenReturn(login));
    }
}

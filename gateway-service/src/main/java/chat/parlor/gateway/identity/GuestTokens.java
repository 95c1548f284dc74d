package chat.parlor.gateway.identity;

import chat.parlor.chassis.http.ServiceClients;
import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/// Guest tokens, known to guest-service.
@Component
class GuestTokens implements TokenSource {

    /// Guest tokens have no end of their own; a login is looked at anew after this long at the latest.
    private static final Duration LIFE = Duration.ofDays(30);

    private final ServiceClients services;
    private final Clock clock;

    GuestTokens(ServiceClients services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    /// What guest-service is asked.
    record Question(String token) {}

    /// What guest-service answers: who holds the token.
    record Guest(String id, String name) {}

    @Override
    public String prefix() {
        return "pg_";
    }

    @Override
    public Mono<Login> login(String token) {
        return services.to("guest")
                .post()
                .uri("/internal/tokens")
                .bodyValue(new Question(token))
                .retrieve()
                .bodyToMono(Guest.class)
                .onErrorResume(WebClientResponseException.NotFound.class, e -> Mono.empty())
                .map(this::login);
    }

    private Login login(Guest guest) {
        var caller = Caller.of(guest.id(), CallerKind.GUEST, guest.name());
        return new Login(caller, null, clock.instant().plus(LIFE));
    }
}

package chat.parlor.guest.identity;

import chat.parlor.guest.settings.Ask;
import java.time.Clock;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Who visitors are, as far as host pages signed it.
@Component
public class Identities {

    private final IdentityTable table;
    private final KeySeal seal;
    private final SignedTokens tokens;
    private final Clock clock;

    Identities(IdentityTable table, KeySeal seal, SignedTokens tokens, Clock clock) {
        this.table = table;
        this.seal = seal;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// Whom the token names; fails with an [IdentityRefusal].
    public Mono<SignedGuest> verified(String token) {
        var now = clock.instant();
        return table.secrets(now, seal)
                .collectList()
                .filter(secrets -> !secrets.isEmpty())
                .switchIfEmpty(Mono.error(IdentityRefusal.NotSetUp::new))
                .map(secrets -> tokens.read(token, secrets, now));
    }

    /// Whether visitors may, or have to, be signed for; never empty.
    public Mono<Ask> policy() {
        return table.required()
                .filter(required -> required)
                .map(required -> Ask.REQUIRED)
                .switchIfEmpty(Mono.defer(this::unlessRequired));
    }

    private Mono<Ask> unlessRequired() {
        return table.counting(clock.instant()).hasElements().map(some -> some ? Ask.OPTIONAL : Ask.OFF);
    }

    /// Completes when visitors whom nobody signed for are welcome; fails with [IdentityRefusal.Required].
    public Mono<Void> requireNobody() {
        return table.required()
                .filter(required -> required)
                .flatMap(required -> Mono.error(new IdentityRefusal.Required()));
    }
}

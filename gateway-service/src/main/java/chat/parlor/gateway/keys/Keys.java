package chat.parlor.gateway.keys;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.KeySource;
import chat.parlor.chassis.identity.TokenSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Signs internal tokens with the key whose turn it is and knows the public halves of all that still count.
@Component
public class Keys implements KeySource {

    private final Clock clock;
    /// Replaced as a whole whenever the keys were read anew; empty only before the gateway has started.
    private volatile Keyring ring = Keyring.EMPTY;

    Keys(Clock clock) {
        this.clock = clock;
    }

    /// A token that vouches for `caller` towards every service for a minute.
    public String sign(Caller caller) {
        return new TokenSigner(ring.signing(clock.instant()).key(), clock).sign(caller);
    }

    @Override
    public Mono<ECKey> key(String id) {
        return Mono.justOrEmpty(ring.keys().stream()
                .filter(key -> key.id().equals(id))
                .map(key -> key.key().toPublicJWK())
                .findFirst());
    }

    JWKSet published() {
        List<JWK> keys =
                ring.keys().stream().map(key -> (JWK) key.key().toPublicJWK()).toList();
        return new JWKSet(keys);
    }

    void replace(Keyring fresh) {
        ring = fresh;
    }
}

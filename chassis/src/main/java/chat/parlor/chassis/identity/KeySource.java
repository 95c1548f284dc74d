package chat.parlor.chassis.identity;

import com.nimbusds.jose.jwk.ECKey;
import reactor.core.publisher.Mono;

/// Where the gateway's public keys come from.
public interface KeySource {

    /// The key with that id; empty when there is none.
    Mono<ECKey> key(String id);
}

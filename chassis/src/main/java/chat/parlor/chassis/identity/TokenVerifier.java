package chat.parlor.chassis.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import reactor.core.publisher.Mono;

/// Turns an internal token into the caller it vouches for. The algorithm decides the key and what may be vouched for:
/// ES256 by the gateway for anybody but services, HS256 by the shared secret for services alone. All else is nothing.
public final class TokenVerifier {

    private final KeySource keys;
    private final ServiceTokens services;
    private final Clock clock;

    TokenVerifier(KeySource keys, ServiceTokens services, Clock clock) {
        this.keys = keys;
        this.services = services;
        this.clock = clock;
    }

    /// The caller; empty when the token is not valid.
    public Mono<Caller> verify(String token) {
        try {
            var parsed = SignedJWT.parse(token);
            var caller = Claims.caller(parsed.getJWTClaimsSet(), clock.instant());
            return signed(parsed, caller.is(CallerKind.SERVICE))
                    .filter(valid -> valid)
                    .map(valid -> caller);
        } catch (ParseException unreadable) {
            return Mono.empty();
        }
    }

    private Mono<Boolean> signed(SignedJWT token, boolean forService) {
        var algorithm = token.getHeader().getAlgorithm();
        if (forService) {
            return Mono.just(JWSAlgorithm.HS256.equals(algorithm) && services.signed(token));
        }
        var keyId = token.getHeader().getKeyID();
        if (!JWSAlgorithm.ES256.equals(algorithm) || keyId == null) {
            return Mono.just(false);
        }
        return keys.key(keyId).map(key -> signedWith(key, token));
    }

    private static boolean signedWith(ECKey key, SignedJWT token) {
        try {
            return token.verify(new ECDSAVerifier(key));
        } catch (JOSEException unusable) {
            return false;
        }
    }
}

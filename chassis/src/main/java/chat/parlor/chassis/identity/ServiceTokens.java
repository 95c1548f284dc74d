package chat.parlor.chassis.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

/// Tokens with which one service calls another: HS256 with the secret all services share. They vouch for services
/// alone, so that the secret can never speak for a person.
public final class ServiceTokens {

    private final String service;
    private final byte[] secret;
    private final Clock clock;

    ServiceTokens(String service, String secret, Clock clock) {
        this.service = service;
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
        this.clock = clock;
    }

    /// A token for one call of this service to another.
    public String token() {
        var caller = Caller.of(service, CallerKind.SERVICE, service);
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), Claims.of(caller, clock.instant()));
        try {
            token.sign(new MACSigner(secret));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("service secret does not sign", unusable);
        }
        return token.serialize();
    }

    boolean signed(SignedJWT token) {
        try {
            return token.verify(new MACVerifier(secret));
        } catch (JOSEException unreadable) {
            return false;
        }
    }
}

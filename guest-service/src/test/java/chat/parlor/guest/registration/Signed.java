package chat.parlor.guest.registration;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;

/// Tokens as the server of a host page signs them.
final class Signed {

    private static final Duration USUAL = Duration.ofMinutes(5);

    private Signed() {}

    static String by(String secret, Map<String, ?> claims) {
        return by(secret, JWSAlgorithm.HS256, claims, USUAL);
    }

    static String by(String secret, JWSAlgorithm algorithm, Map<String, ?> claims, Duration life) {
        var set = new JWTClaimsSet.Builder()
                .expirationTime(Date.from(Instant.now().plus(life)));
        claims.forEach(set::claim);
        try {
            var jwt = new SignedJWT(new JWSHeader(algorithm), set.build());
            jwt.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}

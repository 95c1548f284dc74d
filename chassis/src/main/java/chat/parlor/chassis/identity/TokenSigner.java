package chat.parlor.chassis.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;

/// Signs internal tokens with the gateway's private key (ES256). They last one minute.
public final class TokenSigner {

    private final ECKey key;
    private final Clock clock;

    /// @param key a P-256 key pair with a key id
    public TokenSigner(ECKey key, Clock clock) {
        this.key = key;
        this.clock = clock;
    }

    /// A token that vouches for `caller` towards every service.
    public String sign(Caller caller) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, Claims.of(caller, clock.instant()));
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException unusable) {
            throw new IllegalStateException("signing key " + key.getKeyID() + " does not sign", unusable);
        }
        return token.serialize();
    }
}

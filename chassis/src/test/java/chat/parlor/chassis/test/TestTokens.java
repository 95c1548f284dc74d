package chat.parlor.chassis.test;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.chassis.identity.ServiceTokens;
import chat.parlor.chassis.identity.TokenSigner;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Signs internal tokens as the gateway would, for tests of one service.
public final class TestTokens {

    /// Tokens last a minute after their time, here a minute after an hour: no test waits for its own.
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final List<String> LADDER = List.of("agent", "supervisor", "administrator");

    private final ECKey key;
    private final TokenSigner signer;
    private final ServiceTokens services;

    TestTokens(ServiceTokens services) {
        try {
            this.key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException unavailable) {
            throw new IllegalStateException("no test key", unavailable);
        }
        this.signer = new TokenSigner(key, Clock.offset(Clock.systemUTC(), AHEAD));
        this.services = services;
    }

    ECKey key() {
        return key.toPublicJWK();
    }

    /// An account; each role brings those it includes, as the gateway signs them.
    public String account(String id, String name, String... roles) {
        return sign(new Caller(id, CallerKind.ACCOUNT, name, expanded(roles), "127.0.0.1"));
    }

    public String guest(String id, String name) {
        return sign(new Caller(id, CallerKind.GUEST, name, Set.of(), "127.0.0.1"));
    }

    public String bot(String id, String name) {
        return sign(new Caller(id, CallerKind.BOT, name, Set.of(), null));
    }

    /// Nobody in particular, calling from `address`.
    public String anonymous(String address) {
        return sign(new Caller("anonymous", CallerKind.ANONYMOUS, "", Set.of(), address));
    }

    /// The token with which services call each other.
    public String service() {
        return services.token();
    }

    public String sign(Caller caller) {
        return signer.sign(caller);
    }

    private static Set<String> expanded(String... roles) {
        var all = new LinkedHashSet<String>();
        for (var role : roles) {
            all.addAll(LADDER.subList(0, LADDER.indexOf(role) + 1));
        }
        return all;
    }
}

package chat.parlor.chassis.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A caller as the claims of an internal token, and back.
final class Claims {

    static final String AUDIENCE = "parlor";
    static final Duration LIFETIME = Duration.ofMinutes(1);
    private static final Duration SKEW = Duration.ofSeconds(30);

    private Claims() {}

    static JWTClaimsSet of(Caller caller, Instant now) {
        return new JWTClaimsSet.Builder()
                .audience(AUDIENCE)
                .subject(caller.id())
                .claim("kind", caller.kind().wire())
                .claim("name", caller.name())
                .claim("roles", List.copyOf(caller.roles()))
                .claim("address", caller.address())
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .build();
    }

    /// The caller these claims vouch for.
    ///
    /// @throws ParseException when a claim is missing, of the wrong type, for another audience or expired
    static Caller caller(JWTClaimsSet claims, Instant now) throws ParseException {
        if (!claims.getAudience().contains(AUDIENCE)) {
            throw new ParseException("aud: not ours", 0);
        }
        var expires = claims.getExpirationTime();
        if (expires == null || expires.toInstant().plus(SKEW).isBefore(now)) {
            throw new ParseException("exp: over", 0);
        }
        var roles = claims.getStringListClaim("roles");
        return new Caller(
                required(claims.getSubject(), "sub"),
                kind(required(claims.getStringClaim("kind"), "kind")),
                Objects.requireNonNullElse(claims.getStringClaim("name"), ""),
                roles == null ? Set.of() : Set.copyOf(roles),
                claims.getStringClaim("address"));
    }

    private static String required(@Nullable String value, String claim) throws ParseException {
        if (value == null || value.isEmpty()) {
            throw new ParseException(claim + ": missing", 0);
        }
        return value;
    }

    private static CallerKind kind(String wire) throws ParseException {
        try {
            return CallerKind.of(wire);
        } catch (IllegalArgumentException unknown) {
            throw new ParseException("kind: unknown", 0);
        }
    }
}

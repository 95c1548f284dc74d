package chat.parlor.guest.identity;

import chat.parlor.chassis.problem.Problems.FieldError;
import chat.parlor.guest.admission.Admission;
import chat.parlor.guest.admission.GuestForm;
import chat.parlor.guest.identity.IdentityRefusal.BadClaims;
import chat.parlor.guest.identity.IdentityRefusal.BadToken;
import chat.parlor.guest.identity.IdentityRefusal.Flaw;
import chat.parlor.guest.visitor.Attributes;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads what the server of a host page signed: a JWT with HS256, for a short time, and nothing else.
@Component
class SignedTokens {

    /// Two clocks are never quite the same.
    private static final Duration SKEW = Duration.ofSeconds(30);

    private static final int LONGEST = 4_096;
    private static final String SUBJECT = "[^\\p{Cc}\\p{Cs}]{1,128}";

    private final Admission admission;
    private final IdentityProperties properties;

    SignedTokens(Admission admission, IdentityProperties properties) {
        this.admission = admission;
        this.properties = properties;
    }

    /// Whom `token` names; fails with an [IdentityRefusal]. Of what is wrong, the first is told, and nothing of what
    /// the token says before its signature was checked.
    SignedGuest read(String token, List<String> secrets, Instant now) {
        var jwt = parsed(token);
        if (secrets.stream().noneMatch(secret -> signed(jwt, secret))) {
            throw new BadToken(Flaw.WRONG_KEY);
        }
        var claims = claims(jwt);
        requireInTime(claims, now);
        return guest(claims);
    }

    private static SignedJWT parsed(String token) {
        if (token.length() > LONGEST) {
            throw new BadToken(Flaw.MALFORMED);
        }
        try {
            var jwt = SignedJWT.parse(token);
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())) {
                throw new BadToken(Flaw.ALGORITHM);
            }
            return jwt;
        } catch (ParseException | IllegalArgumentException e) {
            throw new BadToken(Flaw.MALFORMED);
        }
    }

    private static boolean signed(SignedJWT jwt, String secret) {
        try {
            return jwt.verify(new MACVerifier(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            return false;
        }
    }

    private static JWTClaimsSet claims(SignedJWT jwt) {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException e) {
            throw new BadToken(Flaw.MALFORMED);
        }
    }

    private void requireInTime(JWTClaimsSet claims, Instant now) {
        var end = claims.getExpirationTime();
        var begin = claims.getNotBeforeTime();
        if (end == null) {
            throw new BadToken(Flaw.NO_EXPIRY);
        }
        if (!now.minus(SKEW).isBefore(end.toInstant())) {
            throw new BadToken(Flaw.EXPIRED);
        }
        if (end.toInstant().isAfter(now.plus(properties.longestToken()).plus(SKEW))) {
            throw new BadToken(Flaw.TOO_LONG);
        }
        if (begin != null && begin.toInstant().isAfter(now.plus(SKEW))) {
            throw new BadToken(Flaw.NOT_YET);
        }
    }

    private SignedGuest guest(JWTClaimsSet claims) {
        var errors = new ArrayList<FieldError>();
        var subject = text(claims, "sub", errors);
        if (subject == null || !subject.matches(SUBJECT)) {
            errors.add(new FieldError("sub", "a text of 1 to 128 characters"));
        }
        var form = new GuestForm(
                text(claims, "name", errors),
                text(claims, "email", errors),
                text(claims, "phone", errors),
                null,
                null,
                null);
        errors.addAll(admission.oddities(form));
        var attributes = Attributes.of(object(claims, "attributes", errors), errors);
        if (subject == null || !errors.isEmpty()) {
            throw new BadClaims(errors);
        }
        return new SignedGuest(subject, form.name(), form.email(), form.phone(), attributes);
    }

    private static Map<String, Object> object(JWTClaimsSet claims, String name, List<FieldError> errors) {
        try {
            return Objects.requireNonNullElse(claims.getJSONObjectClaim(name), Map.of());
        } catch (ParseException e) {
            errors.add(new FieldError(name, "an object"));
            return Map.of();
        }
    }

    private static @Nullable String text(JWTClaimsSet claims, String name, List<FieldError> errors) {
        try {
            return claims.getStringClaim(name);
        } catch (ParseException e) {
            errors.add(new FieldError(name, "a text"));
            return null;
        }
    }
}

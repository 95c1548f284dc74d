package chat.parlor.chassis.identity;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this service knows who calls.
///
/// @param keysUrl where the gateway publishes its public keys
/// @param serviceSecret what all services share, at least 32 characters; no default
/// @param required whether requests must carry an internal token; only the gateway, which takes the credentials of the
///     outside, says false
@ConfigurationProperties("parlor.identity")
record IdentityProperties(
        @DefaultValue("http://localhost:8080/internal/keys") URI keysUrl,
        @DefaultValue("") String serviceSecret,
        @DefaultValue("true") boolean required) {

    private static final int SHORTEST_SECRET = 32;

    IdentityProperties {
        if (serviceSecret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("parlor.identity.service-secret: " + serviceSecret.length()
                    + " characters (expected: at least 32, the same in every service)");
        }
    }
}

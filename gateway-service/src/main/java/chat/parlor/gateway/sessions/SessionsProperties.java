package chat.parlor.gateway.sessions;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Sign-in and its limits.
///
/// @param life how long a session lasts; default 7 days
/// @param failuresPerAccount wrong passwords for one e-mail in a `failuresWithin`; default 10
/// @param failuresPerAddress wrong passwords from one address in a `failuresWithin`; default 50
/// @param failuresWithin how long it takes until all of them are forgiven; default 5 min
@ConfigurationProperties("parlor.gateway.sessions")
record SessionsProperties(
        @DefaultValue("7d") Duration life,
        @DefaultValue("10") int failuresPerAccount,
        @DefaultValue("50") int failuresPerAddress,
        @DefaultValue("5m") Duration failuresWithin) {}

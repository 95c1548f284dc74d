package chat.parlor.gateway.links;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Links that work once, and their limits.
///
/// @param invitation how long an invitation counts; default 7 days
/// @param reset how long a link to a new password counts; default 24 h
/// @param invitations how many invitations may be open at a time; default 200
/// @param kept how long a link that is over is still said to be; default 30 days
/// @param failuresPerAddress links that did not count, from one address in a `failuresWithin`; default 20
/// @param failuresWithin how long it takes until all of them are forgiven; default 5 min
@ConfigurationProperties("parlor.gateway.links")
record LinkProperties(
        @DefaultValue("7d") Duration invitation,
        @DefaultValue("24h") Duration reset,
        @DefaultValue("200") int invitations,
        @DefaultValue("30d") Duration kept,
        @DefaultValue("20") int failuresPerAddress,
        @DefaultValue("5m") Duration failuresWithin) {}

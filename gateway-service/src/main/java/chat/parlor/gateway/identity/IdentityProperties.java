package chat.parlor.gateway.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How logins are remembered.
///
/// @param loginsKept how long a login is believed without asking again, at most a few minutes; default 10 s.
///     Sign-out does not wait for it
@ConfigurationProperties("parlor.gateway")
record IdentityProperties(@DefaultValue("10s") Duration loginsKept) {}

package chat.parlor.gateway.keys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the keys of internal tokens change.
///
/// @param rotation how long a key signs; default 30 days
/// @param publishedBefore how long a key is published before it signs; default 10 min
/// @param keptAfter how long a key is published after it signed last, longer than a token lives; default 5 min
/// @param checkEvery how often each node looks at the keys, much shorter than `publishedBefore`; default 30 s
@ConfigurationProperties("parlor.gateway.keys")
record KeysProperties(
        @DefaultValue("30d") Duration rotation,
        @DefaultValue("10m") Duration publishedBefore,
        @DefaultValue("5m") Duration keptAfter,
        @DefaultValue("30s") Duration checkEvery) {}

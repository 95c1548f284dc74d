package chat.parlor.gateway.apikeys;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits of API keys.
///
/// @param most how many keys there may be that were not revoked; default 100
/// @param usedWithin how coarse the time of the last use is; default 1 min
@ConfigurationProperties("parlor.gateway.api-keys")
record ApiKeyProperties(
        @DefaultValue("100") int most, @DefaultValue("1m") Duration usedWithin) {}

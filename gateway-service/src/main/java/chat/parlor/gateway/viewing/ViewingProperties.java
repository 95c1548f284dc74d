package chat.parlor.gateway.viewing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Bounds of viewing signals. Keys: `parlor.gateway.viewing.*`.
///
/// @param pause the least time between two signals of one member in one room that say the same; default 1 s
/// @param remembered signals for which that is remembered; default 50,000
@ConfigurationProperties("parlor.gateway.viewing")
record ViewingProperties(
        @DefaultValue("1s") Duration pause,
        @DefaultValue("50000") int remembered) {}

package chat.parlor.gateway.typing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Bounds of typing signals.
///
/// @param pause the least time between two signals of one member in one room; what comes sooner is dropped
/// @param remembered members in rooms for which that is remembered
@ConfigurationProperties("parlor.gateway.typing")
record TypingProperties(
        @DefaultValue("3s") Duration pause,
        @DefaultValue("50000") int remembered) {}

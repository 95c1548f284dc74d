package chat.parlor.gateway.health;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How `/api/v1/health` looks.
///
/// @param patience how long each part may take to answer; default 2 s
/// @param kept how long an answer is given again without looking; default 1 s
@ConfigurationProperties("parlor.gateway.health")
record HealthProperties(
        @DefaultValue("2s") Duration patience,
        @DefaultValue("1s") Duration kept) {}

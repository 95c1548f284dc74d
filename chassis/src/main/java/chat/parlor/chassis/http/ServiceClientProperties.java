package chat.parlor.chassis.http;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long the other services are waited for.
///
/// @param connectTimeout for a connection; default 1s
/// @param answerTimeout for the answer to a request; default 2s
@ConfigurationProperties("parlor.services")
record ServiceClientProperties(
        @DefaultValue("1s") Duration connectTimeout,
        @DefaultValue("2s") Duration answerTimeout) {}

package chat.parlor.gateway.news;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How often lists are told.
///
/// @param pause the least time between two `room.changed` for messages of one room
/// @param remembered rooms whose newest message is remembered
@ConfigurationProperties("parlor.gateway.news")
record NewsProperties(
        @DefaultValue("250ms") Duration pause,
        @DefaultValue("20000") int remembered) {}

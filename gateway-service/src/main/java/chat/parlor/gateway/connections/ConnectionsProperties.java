package chat.parlor.gateway.connections;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How this node announces itself.
///
/// @param alive time between two signs of life; presence-service takes a node for dead after 15 s of silence
@ConfigurationProperties("parlor.gateway.connections")
record ConnectionsProperties(@DefaultValue("5s") Duration alive) {}

package chat.parlor.gateway.rooms;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Bounds of asking for rooms.
///
/// @param lookupTimeout how long one waits for a room; a call takes two seconds at most, who waits longer waits behind
///     too many others
@ConfigurationProperties("parlor.gateway.rooms")
record RoomsProperties(@DefaultValue("5s") Duration lookupTimeout) {}

package chat.parlor.gateway.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Bounds of delivery.
///
/// @param tailEntries entries kept in memory per hot room, at least 1
/// @param tailBytes what they may weigh per room
/// @param tailsBytes what the tails of all rooms may weigh together; the coldest are emptied first
/// @param tailsIdle how long a room without traffic keeps its tail
/// @param openRooms rooms one socket may have open
/// @param fetchTimeout how long message-service may take to answer
/// @param refillTries how often a hole is asked for before the socket is sent away
/// @param refillPause time between two of these
@ConfigurationProperties("parlor.gateway.delivery")
record DeliveryProperties(
        @DefaultValue("256") int tailEntries,
        @DefaultValue("256KB") DataSize tailBytes,
        @DefaultValue("48MB") DataSize tailsBytes,
        @DefaultValue("10m") Duration tailsIdle,
        @DefaultValue("500") int openRooms,
        @DefaultValue("2s") Duration fetchTimeout,
        @DefaultValue("5") int refillTries,
        @DefaultValue("200ms") Duration refillPause) {

    DeliveryProperties {
        if (tailEntries < 1 || openRooms < 1 || refillTries < 1) {
            throw new IllegalArgumentException("parlor.gateway.delivery: a bound below 1 (expected: at least 1)");
        }
    }
}

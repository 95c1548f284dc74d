package chat.parlor.room.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Bounds of lists.
///
/// @param unreadWindow how long an unread room that is silent stands before the read ones; 30 days by default
/// @param newest how many of the newest rooms lists and searches look at one by one; 2,000 by default
@ConfigurationProperties("parlor.inbox")
record InboxProperties(
        @DefaultValue("30d") Duration unreadWindow,
        @DefaultValue("2000") int newest) {

    InboxProperties {
        if (unreadWindow.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "parlor.inbox.unread-window: " + unreadWindow + " (expected: at least a day)");
        }
        if (newest < 100 || newest > 100_000) {
            throw new IllegalArgumentException("parlor.inbox.newest: " + newest + " (expected: 100 to 100,000)");
        }
    }
}

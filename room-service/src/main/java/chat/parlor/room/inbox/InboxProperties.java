package chat.parlor.room.inbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Bounds of lists.
///
/// @param unreadWindow how long an unread room that is silent stands before the read ones; 30 days by default
@ConfigurationProperties("parlor.inbox")
record InboxProperties(@DefaultValue("30d") Duration unreadWindow) {

    InboxProperties {
        if (unreadWindow.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException(
                    "parlor.inbox.unread-window: " + unreadWindow + " (expected: at least a day)");
        }
    }
}

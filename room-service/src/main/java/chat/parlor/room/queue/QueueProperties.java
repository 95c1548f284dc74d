package chat.parlor.room.queue;

import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the queue is measured by and how often that is told.
///
/// @param window how far back the estimate looks; an hour by default
/// @param leastAccepts how many guests must have been taken within it before anything is estimated; 3 by default
/// @param pause the least time between two tellings; 500 ms by default
/// @param again how often it is looked at though nothing happens: waiting goes on, and days end; 15 s by default
/// @param zone where the day of the counts begins; UTC by default
@ConfigurationProperties("parlor.queue")
record QueueProperties(
        @DefaultValue("1h") Duration window,
        @DefaultValue("3") int leastAccepts,
        @DefaultValue("500ms") Duration pause,
        @DefaultValue("15s") Duration again,
        @DefaultValue("UTC") ZoneId zone) {

    private static final Duration SHORTEST_LOOK = Duration.ofMillis(100);

    QueueProperties {
        require(window.isPositive(), "window", window, "a time");
        require(leastAccepts >= 1, "least-accepts", leastAccepts, "at least 1");
        require(!pause.isNegative(), "pause", pause, "a time");
        require(again.compareTo(SHORTEST_LOOK) >= 0, "again", again, "at least 100 ms");
    }

    private static void require(boolean fine, String key, Object found, String wanted) {
        if (!fine) {
            throw new IllegalArgumentException("parlor.queue." + key + ": " + found + " (expected: " + wanted + ")");
        }
    }
}

package chat.parlor.room.retention;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How what is old is looked for and erased. Keys: `parlor.retention.*`.
///
/// @param look how often, at least 100 ms; 1 min by default
/// @param batch how many rooms of each sort are erased at one look, 1 to 1,000; 100 by default
/// @param day what counts as a day, 1 ms to 24 h; 24 h by default, shorter only to try retention out
@ConfigurationProperties("parlor.retention")
record RetentionProperties(
        @DefaultValue("1m") Duration look,
        @DefaultValue("100") int batch,
        @DefaultValue("24h") Duration day) {

    private static final Duration SHORTEST_LOOK = Duration.ofMillis(100);
    private static final Duration SHORTEST_DAY = Duration.ofMillis(1);
    private static final Duration LONGEST_DAY = Duration.ofHours(24);
    private static final int LARGEST_BATCH = 1_000;

    RetentionProperties {
        if (look.compareTo(SHORTEST_LOOK) < 0) {
            throw new IllegalArgumentException("parlor.retention.look: " + look + " (expected: at least 100 ms)");
        }
        if (batch < 1 || batch > LARGEST_BATCH) {
            throw new IllegalArgumentException(
                    "parlor.retention.batch: " + batch + " (expected: 1 to " + LARGEST_BATCH + ")");
        }
        if (day.compareTo(SHORTEST_DAY) < 0 || day.compareTo(LONGEST_DAY) > 0) {
            throw new IllegalArgumentException("parlor.retention.day: " + day + " (expected: 1 ms to 24 h)");
        }
    }
}

package chat.parlor.message.timeline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What a timeline accepts. Keys: `parlor.message.timeline.*`.
///
/// @param textCharacters the longest text, in characters (code points), 1 to 40000; default 10000
/// @param editWindow how long a message can be edited, 1 minute to 3650 days; default 24 h
/// @param reactionsPerMessage how many different emoji a message can carry, 1 to 100; default 20
@ConfigurationProperties("parlor.message.timeline")
public record TimelineLimits(
        @DefaultValue("10000") int textCharacters,
        @DefaultValue("24h") Duration editWindow,
        @DefaultValue("20") int reactionsPerMessage) {

    private static final Duration LONGEST_WINDOW = Duration.ofDays(3650);

    public TimelineLimits {
        between("text-characters", textCharacters, 40_000);
        between("reactions-per-message", reactionsPerMessage, 100);
        if (editWindow.compareTo(Duration.ofMinutes(1)) < 0 || editWindow.compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("edit-window: " + editWindow + " (expected: 1 minute to 3650 days)");
        }
    }

    private static void between(String key, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException(key + ": " + value + " (expected: 1 to " + most + ")");
        }
    }
}

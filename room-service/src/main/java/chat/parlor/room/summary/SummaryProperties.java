package chat.parlor.room.summary;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When summaries are made.
///
/// @param again how often those are tried again that could not be made; 15 s by default, at least 100 ms
@ConfigurationProperties("parlor.summaries")
record SummaryProperties(@DefaultValue("15s") Duration again) {

    private static final Duration SHORTEST = Duration.ofMillis(100);

    SummaryProperties {
        if (again.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("parlor.summaries.again: " + again + " (expected: at least 100 ms)");
        }
    }
}

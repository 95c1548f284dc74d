package chat.parlor.room.desk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How conversations are put aside.
///
/// @param longest how far away the time may be; 90 days by default
/// @param look how often it is looked whose time has come; 1 s by default, at least 100 ms
@ConfigurationProperties("parlor.snooze")
record SnoozeProperties(
        @DefaultValue("90d") Duration longest,
        @DefaultValue("1s") Duration look) {

    private static final Duration SHORTEST_LOOK = Duration.ofMillis(100);

    SnoozeProperties {
        if (!longest.isPositive()) {
            throw new IllegalArgumentException("parlor.snooze.longest: " + longest + " (expected: a time)");
        }
        if (look.compareTo(SHORTEST_LOOK) < 0) {
            throw new IllegalArgumentException("parlor.snooze.look: " + look + " (expected: at least 100 ms)");
        }
    }
}

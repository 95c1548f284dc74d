package chat.parlor.message.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How the write path runs. Keys: `parlor.message.intake.*`.
///
/// @param loops how many loops share the partitions of `message.send`, 1 to 64; default 1
/// @param batchTimeout how long a batch may take before it is tried again, 1 s to 5 min; default 30 s
@ConfigurationProperties("parlor.message.intake")
record IntakeProperties(
        @DefaultValue("1") int loops, @DefaultValue("30s") Duration batchTimeout) {

    IntakeProperties {
        if (loops < 1 || loops > 64) {
            throw new IllegalArgumentException("loops: " + loops + " (expected: 1 to 64)");
        }
        if (batchTimeout.toSeconds() < 1 || batchTimeout.toMinutes() > 5) {
            throw new IllegalArgumentException("batch-timeout: " + batchTimeout + " (expected: 1 s to 5 min)");
        }
    }
}

package chat.parlor.message.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Lets the process die at a chosen point of the write path, for drills. Keys: `parlor.message.fail-point.*`.
///
/// @param place where it dies; default `nowhere`
/// @param batch at which batch that comes there, at least 1; default 1
@ConfigurationProperties("parlor.message.fail-point")
record FailPointProperties(
        @DefaultValue("nowhere") FailPoint.Place place,
        @DefaultValue("1") int batch) {

    FailPointProperties {
        if (batch < 1) {
            throw new IllegalArgumentException("batch: " + batch + " (expected: at least 1)");
        }
    }
}

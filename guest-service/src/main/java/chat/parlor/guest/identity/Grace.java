package chat.parlor.guest.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/// How long the keys before a new one still count.
enum Grace {
    /// Not any more.
    @JsonProperty("none")
    NONE(Duration.ZERO),
    /// So that a server can be restarted.
    @JsonProperty("hour")
    HOUR(Duration.ofHours(1)),
    @JsonProperty("day")
    DAY(Duration.ofDays(1)),
    /// So that somebody else can be told.
    @JsonProperty("week")
    WEEK(Duration.ofDays(7));

    private final Duration length;

    Grace(Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }
}

package chat.parlor.gateway.apikeys;

import java.time.Duration;
import java.util.Locale;

/// How long the former secret of a rotated key still counts.
enum Grace {
    /// Not any more.
    NONE(Duration.ZERO),
    /// So that a program can be restarted.
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1)),
    /// So that somebody else can be told.
    WEEK(Duration.ofDays(7));

    private final Duration length;

    Grace(Duration length) {
        this.length = length;
    }

    Duration length() {
        return length;
    }

    /// The grace of that name in lower case; fails with [ApiKeyRefusal.Invalid].
    static Grace named(String name) {
        for (var grace : values()) {
            if (grace.name().toLowerCase(Locale.ROOT).equals(name)) {
                return grace;
            }
        }
        throw ApiKeyRefusal.Invalid.of("grace", "one of none, hour, day, week");
    }
}

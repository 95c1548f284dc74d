package chat.parlor.guest.hours;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalTime;

/// A time of day from `from` until `to`. Where `to` is not after `from` it ends on the next day: 22:00–06:00 is a
/// night, 09:00–00:00 lasts until midnight, and 00:00–00:00 is the whole day.
///
/// @param from when it opens, inclusive
/// @param to when it closes, exclusive
public record Span(
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime to) {

    static final Span WHOLE_DAY = new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    boolean crossesMidnight() {
        return !to.isAfter(from);
    }
}

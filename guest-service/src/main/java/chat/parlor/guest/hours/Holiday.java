package chat.parlor.guest.hours;

import static java.util.Objects.requireNonNullElse;

import java.time.LocalDate;
import java.util.List;

/// A date that is not like its weekday: closed, or open only for its own spans. A night that began the day before
/// ends at midnight.
///
/// @param date the date in the zone of the hours
/// @param name for people; may be empty
/// @param spans when somebody is there all the same
public record Holiday(LocalDate date, String name, List<Span> spans) {

    public Holiday {
        name = requireNonNullElse(name, "");
        spans = List.copyOf(requireNonNullElse(spans, List.of()));
    }
}

package chat.parlor.guest.hours;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// When somebody is there, in a time zone of its own: the server's clock zone plays no part.
///
/// @param zone the zone the week and the holidays are meant in; UTC when left out
/// @param week the ordinary week; when it says nothing somebody is there every day, except on holidays
/// @param holidays the dates that differ
public record OpeningHours(ZoneId zone, Week week, List<Holiday> holidays) {

    /// Somebody is always there.
    public static final OpeningHours ALWAYS = new OpeningHours(ZoneOffset.UTC, Week.UNSET, List.of());

    private static final int DAYS_AHEAD = 366;

    public OpeningHours {
        zone = requireNonNullElse(zone, ZoneOffset.UTC);
        week = requireNonNullElse(week, Week.UNSET);
        holidays = List.copyOf(requireNonNullElse(holidays, List.of()));
    }

    private record Opening(Instant start, Instant end) {
        boolean contains(Instant instant) {
            return !instant.isBefore(start) && instant.isBefore(end);
        }
    }

    /// Whether there is no time at which nobody is there.
    public boolean always() {
        return week.saysNothing() && holidays.isEmpty();
    }

    /// Whether somebody is there at `instant`.
    public boolean openAt(Instant instant) {
        var today = LocalDate.ofInstant(instant, zone);
        return Stream.of(today.minusDays(1), today)
                .flatMap(this::openings)
                .anyMatch(opening -> opening.contains(instant));
    }

    /// When somebody is there next; empty when somebody is there at `instant`, or not at all within a year.
    public Optional<Instant> nextOpening(Instant instant) {
        if (openAt(instant)) {
            return Optional.empty();
        }
        var today = LocalDate.ofInstant(instant, zone);
        return today.datesUntil(today.plusDays(DAYS_AHEAD))
                .flatMap(day -> openings(day).map(Opening::start).sorted())
                .filter(start -> start.isAfter(instant))
                .findFirst();
    }

    private Stream<Opening> openings(LocalDate day) {
        return spansOn(day).stream().map(span -> opening(day, span)).sorted(Comparator.comparing(Opening::start));
    }

    private List<Span> spansOn(LocalDate day) {
        return holidayOn(day)
                .map(Holiday::spans)
                .orElseGet(() -> week.saysNothing() ? List.of(Span.WHOLE_DAY) : week.on(day.getDayOfWeek()));
    }

    private Opening opening(LocalDate day, Span span) {
        return new Opening(opensAt(day.atTime(span.from())), closesAt(end(day, span)));
    }

    private LocalDateTime end(LocalDate day, Span span) {
        if (!span.crossesMidnight()) {
            return day.atTime(span.to());
        }
        var nextDay = day.plusDays(1);
        return nextDay.atTime(holidayOn(nextDay).isPresent() ? LocalTime.MIDNIGHT : span.to());
    }

    private Optional<Holiday> holidayOn(LocalDate day) {
        return holidays.stream().filter(holiday -> holiday.date().equals(day)).findFirst();
    }

    /// A local time that exists twice opens the first time.
    private Instant opensAt(LocalDateTime local) {
        return existing(local, zone.getRules().getValidOffsets(local).stream().findFirst());
    }

    /// A local time that exists twice closes the second time.
    private Instant closesAt(LocalDateTime local) {
        return existing(
                local,
                zone.getRules().getValidOffsets(local).reversed().stream().findFirst());
    }

    /// A local time that clocks jump over is the moment of the jump.
    private Instant existing(LocalDateTime local, Optional<ZoneOffset> offset) {
        return offset.map(local::toInstant)
                .orElseGet(() -> zone.getRules().getTransition(local).getInstant());
    }
}

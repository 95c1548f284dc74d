package chat.parlor.room.reports;

import chat.parlor.chassis.problem.Problems.FieldError;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Days, first and last included, where they begin at midnight of `zone`.
record Period(LocalDate from, LocalDate to, ZoneId zone) {

    static final int MOST_DAYS = 366;

    /// Reads query parameters; fails with [ReportRefusal.Invalid] naming each that makes no sense.
    static Period parse(Map<String, String> parameters) {
        var errors = new ArrayList<FieldError>();
        var from = read(parameters, "from", LocalDate::parse, "a day like 2026-03-01", errors);
        var to = read(parameters, "to", LocalDate::parse, "a day like 2026-03-31", errors);
        var zone = read(parameters, "zone", ZoneId::of, "a time zone like Europe/Berlin", errors);
        if (from != null && to != null && !fits(from, to)) {
            errors.add(new FieldError("to", "expected: a day from `from` on, at most " + MOST_DAYS + " days in all"));
        }
        if (from == null || to == null || zone == null || !errors.isEmpty()) {
            throw new ReportRefusal.Invalid(errors);
        }
        return new Period(from, to, zone);
    }

    private static boolean fits(LocalDate from, LocalDate to) {
        return !to.isBefore(from) && ChronoUnit.DAYS.between(from, to) < MOST_DAYS;
    }

    private static <T> @Nullable T read(
            Map<String, String> parameters,
            String name,
            Function<String, T> parser,
            String wanted,
            List<FieldError> errors) {
        try {
            return Optional.ofNullable(parameters.get(name))
                    .map(parser)
                    .orElseThrow(() -> new DateTimeException("missing"));
        } catch (DateTimeException wrong) {
            errors.add(new FieldError(name, "expected: " + wanted));
            return null;
        }
    }

    Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    /// The first moment that does not belong to it.
    Instant end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    List<LocalDate> days() {
        return from.datesUntil(to.plusDays(1)).toList();
    }
}

package chat.parlor.guest.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Week OFFICE = weekdays(span("09:00", "17:00"));

    @Test
    void noHoursMeanAlwaysOpen() {
        assertThat(OpeningHours.ALWAYS.openAt(Instant.EPOCH)).isTrue();
        assertThat(OpeningHours.ALWAYS.nextOpening(Instant.EPOCH)).isEmpty();
    }

    // 2026-03-02 is a Monday, 2026-03-06 a Friday
    @ParameterizedTest
    @CsvSource({
        "2026-03-02T08:59:59, false",
        "2026-03-02T09:00:00, true",
        "2026-03-02T16:59:59, true",
        "2026-03-02T17:00:00, false",
        "2026-03-07T12:00:00, false"
    })
    void officeHoursOpenAtTheFirstMinuteAndCloseAtTheLast(LocalDateTime local, boolean open) {
        assertThat(berlin(OFFICE).openAt(at(local))).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T03:00:00, 2026-03-02T09:00:00",
        "2026-03-02T17:00:00, 2026-03-03T09:00:00",
        "2026-03-06T17:00:00, 2026-03-09T09:00:00",
        "2026-03-08T23:59:59, 2026-03-09T09:00:00"
    })
    void nextOpeningIsTheNextStart(LocalDateTime now, LocalDateTime next) {
        assertThat(berlin(OFFICE).nextOpening(at(now))).contains(at(next));
    }

    @Test
    void nothingOpensNextWhileOpen() {
        assertThat(berlin(OFFICE).nextOpening(at("2026-03-02T12:00:00"))).isEmpty();
    }

    @Test
    void theZoneOfTheHoursCountsNotTheClock() {
        var tokyo = new OpeningHours(ZoneId.of("Asia/Tokyo"), OFFICE, List.of());

        assertThat(tokyo.openAt(Instant.parse("2026-03-02T00:00:00Z"))).isTrue();
        assertThat(tokyo.openAt(Instant.parse("2026-03-02T09:00:00Z"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T21:59:00, false",
        "2026-03-06T22:00:00, true",
        "2026-03-07T00:00:00, true",
        "2026-03-07T05:59:59, true",
        "2026-03-07T06:00:00, false",
        "2026-03-07T22:00:00, false"
    })
    void aNightCrossesMidnightIntoADayThatIsClosed(LocalDateTime local, boolean open) {
        assertThat(berlin(weekdays(span("22:00", "06:00"))).openAt(at(local))).isEqualTo(open);
    }

    @Test
    void midnightToMidnightIsTheWholeDay() {
        var hours = berlin(weekdays(span("00:00", "00:00")));

        assertThat(hours.openAt(at("2026-03-02T00:00:00"))).isTrue();
        assertThat(hours.openAt(at("2026-03-06T23:59:59"))).isTrue();
        assertThat(hours.openAt(at("2026-03-07T00:00:00"))).isFalse();
        assertThat(hours.nextOpening(at("2026-03-07T10:00:00"))).contains(at("2026-03-09T00:00:00"));
    }

    @Test
    void severalSpansLeaveABreak() {
        var hours = berlin(weekdays(span("14:00", "18:00"), span("08:00", "12:00")));

        assertThat(hours.openAt(at("2026-03-02T13:00:00"))).isFalse();
        assertThat(hours.nextOpening(at("2026-03-02T13:00:00"))).contains(at("2026-03-02T14:00:00"));
        assertThat(hours.nextOpening(at("2026-03-02T05:00:00"))).contains(at("2026-03-02T08:00:00"));
    }

    @Test
    void aHolidayIsClosedAndCutsTheNightBefore() {
        var hours = berlin(weekdays(span("20:00", "04:00")), closed("2026-03-03"));

        assertThat(hours.openAt(at("2026-03-02T23:59:59"))).isTrue();
        assertThat(hours.openAt(at("2026-03-03T00:00:00"))).isFalse();
        assertThat(hours.openAt(at("2026-03-03T21:00:00"))).isFalse();
        assertThat(hours.openAt(at("2026-03-04T01:00:00"))).isFalse();
        assertThat(hours.nextOpening(at("2026-03-03T01:00:00"))).contains(at("2026-03-04T20:00:00"));
    }

    @Test
    void aHolidayMayHaveHoursOfItsOwn() {
        var christmasEve = new Holiday(LocalDate.parse("2026-12-24"), "Christmas Eve", List.of(span("10:00", "12:00")));
        var hours = berlin(OFFICE, christmasEve);

        assertThat(hours.openAt(at("2026-12-24T09:30:00"))).isFalse();
        assertThat(hours.openAt(at("2026-12-24T11:00:00"))).isTrue();
        assertThat(hours.openAt(at("2026-12-24T12:00:00"))).isFalse();
    }

    @Test
    void withoutAWeekOnlyHolidaysAreClosed() {
        var hours = berlin(Week.UNSET, closed("2026-03-03"));

        assertThat(hours.openAt(at("2026-03-02T23:59:59"))).isTrue();
        assertThat(hours.openAt(at("2026-03-03T12:00:00"))).isFalse();
        assertThat(hours.nextOpening(at("2026-03-03T12:00:00"))).contains(at("2026-03-04T00:00:00"));
    }

    @Test
    void neverOpenAgainHasNoNextOpening() {
        var days = LocalDate.parse("2026-01-01").datesUntil(LocalDate.parse("2028-01-01"));
        var holidays = days.map(day -> new Holiday(day, "", List.of())).toList();

        assertThat(new OpeningHours(BERLIN, OFFICE, holidays).nextOpening(at("2026-03-02T12:00:00")))
                .isEqualTo(Optional.empty());
    }

    @Test
    void anOpeningSkippedByTheClockIsTheMomentOfTheJump() {
        // 2026-03-29 (Sunday) Berlin jumps from 02:00 to 03:00
        var hours = new OpeningHours(BERLIN, sunday(span("02:30", "05:00")), List.of());

        assertThat(hours.nextOpening(at("2026-03-29T00:00:00"))).contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(hours.openAt(Instant.parse("2026-03-29T02:59:59Z"))).isTrue();
        assertThat(hours.openAt(Instant.parse("2026-03-29T03:00:00Z"))).isFalse();
    }

    @Test
    void anHourThatComesTwiceIsOpenBothTimes() {
        // 2026-10-25 (Sunday) Berlin goes back from 03:00 to 02:00
        var hours = new OpeningHours(BERLIN, sunday(span("02:00", "02:30")), List.of());

        assertThat(hours.openAt(Instant.parse("2026-10-24T23:59:59Z"))).isFalse();
        assertThat(hours.openAt(Instant.parse("2026-10-25T00:00:00Z"))).isTrue();
        assertThat(hours.openAt(Instant.parse("2026-10-25T01:29:59Z"))).isTrue();
        assertThat(hours.openAt(Instant.parse("2026-10-25T01:30:00Z"))).isFalse();
    }

    @Test
    void theZoneIsUtcWhenNotGiven() {
        assertThat(OpeningHours.ALWAYS.zone()).isEqualTo(ZoneOffset.UTC);
    }

    private static OpeningHours berlin(Week week, Holiday... holidays) {
        return new OpeningHours(BERLIN, week, List.of(holidays));
    }

    private static Week weekdays(Span... spans) {
        var open = List.of(spans);
        return new Week(open, open, open, open, open, List.of(), List.of());
    }

    private static Week sunday(Span span) {
        return new Week(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(span));
    }

    private static Holiday closed(String date) {
        return new Holiday(LocalDate.parse(date), "", List.of());
    }

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String local) {
        return at(LocalDateTime.parse(local));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(BERLIN).toInstant();
    }
}

package chat.parlor.guest.hours;

import static java.util.Objects.requireNonNullElse;

import java.time.DayOfWeek;
import java.util.List;
import java.util.stream.Stream;

/// When somebody is there in an ordinary week. A day without spans is closed, a day left out of the JSON likewise;
/// a week without any span says nothing, and then somebody is always there.
public record Week(
        List<Span> monday,
        List<Span> tuesday,
        List<Span> wednesday,
        List<Span> thursday,
        List<Span> friday,
        List<Span> saturday,
        List<Span> sunday) {

    /// A week that says nothing.
    public static final Week UNSET =
            new Week(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    public Week {
        monday = copy(monday);
        tuesday = copy(tuesday);
        wednesday = copy(wednesday);
        thursday = copy(thursday);
        friday = copy(friday);
        saturday = copy(saturday);
        sunday = copy(sunday);
    }

    private static List<Span> copy(List<Span> spans) {
        return List.copyOf(requireNonNullElse(spans, List.of()));
    }

    List<Span> on(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> monday;
            case TUESDAY -> tuesday;
            case WEDNESDAY -> wednesday;
            case THURSDAY -> thursday;
            case FRIDAY -> friday;
            case SATURDAY -> saturday;
            case SUNDAY -> sunday;
        };
    }

    boolean saysNothing() {
        return Stream.of(DayOfWeek.values()).allMatch(day -> on(day).isEmpty());
    }
}

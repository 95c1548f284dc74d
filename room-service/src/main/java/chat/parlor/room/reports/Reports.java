package chat.parlor.room.reports;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.room.domain.Access;
import chat.parlor.room.reports.ReportStore.Measured;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Makes reports for supervisors and administrators.
@Component
final class Reports {

    private final ReportStore store;

    Reports(ReportStore store) {
        this.store = store;
    }

    Mono<Report> of(Period period, Caller caller) {
        return Access.isSupervisor(caller)
                ? store.measure(period).collectList().map(measured -> report(period, measured))
                : Mono.error(new ReportRefusal.NotAllowed());
    }

    private static Report report(Period period, List<Measured> measured) {
        var days = lines(measured, "day");
        var agents = lines(measured, "agent").values().stream()
                .filter(line -> !line.key().isEmpty())
                .sorted(Comparator.comparing(Line::conversations).reversed().thenComparing(Line::key))
                .toList();
        return new Report(
                lines(measured, "total").getOrDefault("", Line.empty("")),
                period.days().stream()
                        .map(day -> days.getOrDefault(day.toString(), Line.empty(day.toString())))
                        .toList(),
                agents);
    }

    private static Map<String, Line> lines(List<Measured> measured, String kind) {
        return measured.stream()
                .filter(one -> one.kind().equals(kind))
                .map(Measured::line)
                .collect(Collectors.toMap(Line::key, Function.identity(), Line::and));
    }
}

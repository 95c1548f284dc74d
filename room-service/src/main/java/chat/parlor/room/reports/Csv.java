package chat.parlor.room.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lines of a report as CSV (RFC 4180). What a spreadsheet would take for a formula is marked as text: agents choose
/// their names.
final class Csv {

    private static final String FORMULA = "=+-@\t\r";
    private static final List<String> COLUMNS = List.of(
            "conversations",
            "first_response_median_s",
            "first_response_p90_s",
            "resolution_median_s",
            "resolution_p90_s",
            "taken",
            "waiting_median_s",
            "waiting_p90_s",
            "ratings",
            "score");
    private static final double SECOND = 1_000;

    private Csv() {}

    /// One row for each day.
    static String ofDays(List<Line> days) {
        return table(List.of("day"), days, line -> new String[] {line.key()});
    }

    /// One row for each agent.
    static String ofAgents(List<Line> agents) {
        return table(List.of("agent", "name"), agents, line ->
                new String[] {line.key(), line.name() == null ? "" : line.name()});
    }

    private interface Keys {
        String[] of(Line line);
    }

    private static String table(List<String> keys, List<Line> lines, Keys key) {
        var head = row(Stream.concat(keys.stream(), COLUMNS.stream()));
        return lines.stream()
                .map(line -> row(Stream.concat(Arrays.stream(key.of(line)), measures(line))))
                .collect(Collectors.joining("", head, ""));
    }

    private static Stream<String> measures(Line line) {
        return Stream.of(
                Long.toString(line.conversations()),
                median(line.firstResponse()),
                p90(line.firstResponse()),
                median(line.resolution()),
                p90(line.resolution()),
                Long.toString(line.taken()),
                median(line.waiting()),
                p90(line.waiting()),
                Long.toString(line.ratings()),
                line.score() == null ? "" : String.format(Locale.ROOT, "%.2f", line.score()));
    }

    private static String median(@Nullable Spread spread) {
        return spread == null ? "" : seconds(spread.median());
    }

    private static String p90(@Nullable Spread spread) {
        return spread == null ? "" : seconds(spread.p90());
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.1f", ms / SECOND);
    }

    private static String row(Stream<String> cells) {
        return cells.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    static String cell(String text) {
        var safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(one -> ",\"\r\n".indexOf(one) >= 0)
                ? "\"" + safe.replace("\"", "\"\"") + "\""
                : safe;
    }
}

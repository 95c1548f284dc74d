package chat.parlor.bench.compare;

import chat.parlor.bench.workload.Figure;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Medians of all rounds with their spread, and how many times as much as the first target's.
record Table(List<String> targets, List<Run> runs) {
    private record Row(String step, String name) {}

    Table {
        targets = List.copyOf(targets);
        runs = List.copyOf(runs);
    }

    @Override
    public String toString() {
        var lines = new ArrayList<String>();
        var step = "";
        for (var row : rows()) {
            if (!row.step().equals(step)) {
                step = row.step();
                lines.add(String.format("%n%-26s", step)
                        + targets.stream()
                                .map(target -> String.format("%-34s", target))
                                .collect(Collectors.joining()));
            }
            lines.add(String.format("  %-24s", row.name())
                    + targets.stream().map(target -> cell(target, row)).collect(Collectors.joining()));
        }
        return lines.stream().map(String::stripTrailing).collect(Collectors.joining("\n", "", "\n\n"));
    }

    private Iterable<Row> rows() {
        var rows = new LinkedHashSet<Row>();
        runs.forEach(run -> run.figures().forEach(figure -> rows.add(new Row(figure.step(), figure.name()))));
        return rows;
    }

    private String cell(String target, Row row) {
        var values = values(target, row);
        if (values.isEmpty()) {
            return String.format("%-34s", "–");
        }
        var spread = values.size() == 1 ? "" : " (" + number(values.getFirst()) + "–" + number(values.getLast()) + ")";
        return String.format("%-34s", number(median(values)) + spread + ratio(target, row));
    }

    private String ratio(String target, Row row) {
        var reference = values(targets.getFirst(), row);
        if (target.equals(targets.getFirst()) || reference.isEmpty() || median(reference) == 0) {
            return "";
        }
        return String.format(Locale.ROOT, " ×%.2f", median(values(target, row)) / median(reference));
    }

    private List<Double> values(String target, Row row) {
        return runs.stream()
                .filter(run -> run.target().equals(target))
                .flatMap(run -> run.figures().stream())
                .filter(figure ->
                        figure.step().equals(row.step()) && figure.name().equals(row.name()))
                .map(Figure::value)
                .sorted()
                .toList();
    }

    private static double median(List<Double> sorted) {
        var middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String number(double value) {
        var digits = value == Math.rint(value) || Math.abs(value) >= 1000 ? 0 : Math.abs(value) < 10 ? 2 : 1;
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}

package chat.parlor.drills;

import chat.parlor.drills.member.Tally;
import chat.parlor.guarantees.Violation;
import chat.parlor.guarantees.Violation.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// What came of one drill: a line of the table.
///
/// @param acknowledged messages that were acknowledged
/// @param violations what broke the promise
/// @param surprises what else was not as expected, in words
/// @param leaks processes that hold much more than before, in words
record Row(
        String drill,
        int acknowledged,
        List<Violation> violations,
        List<String> surprises,
        List<String> leaks,
        Tally tally,
        Duration took) {
    static final String HEADER = String.format(
            "%-26s %7s %5s %8s %10s %10s %9s %9s %8s %6s %6s  %s",
            "drill",
            "acked",
            "lost",
            "doubled",
            "reordered",
            "different",
            "first ack",
            "silence",
            "dropped",
            "leaked",
            "took",
            "");

    Row {
        violations = List.copyOf(violations);
        surprises = List.copyOf(surprises);
        leaks = List.copyOf(leaks);
    }

    /// The same with what was found afterwards.
    Row leaked(List<String> found) {
        return new Row(drill, acknowledged, violations, surprises, found, tally, took);
    }

    boolean held() {
        return violations.isEmpty() && surprises.isEmpty() && leaks.isEmpty();
    }

    private long count(Kind kind) {
        return violations.stream().filter(violation -> violation.kind() == kind).count();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-26s %7d %5d %8d %10d %10d %7.2f s %7.2f s %8d %6d %4d s  %s",
                drill,
                acknowledged,
                count(Kind.LOST),
                count(Kind.DOUBLED),
                count(Kind.REORDERED),
                count(Kind.DIFFERENT),
                seconds(tally.firstAcknowledgement()),
                seconds(tally.longestSilence()),
                tally.droppedSockets(),
                leaks.size(),
                took.toSeconds(),
                held() ? "held" : "FAILED");
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1e3;
    }
}

package chat.parlor.guarantees;

import chat.parlor.guarantees.Violation.Kind;
import java.util.ArrayList;
import java.util.List;

/// Every stream brings each entry once, in order and without a gap, over every reconnect, and at rest has all that the
/// history has.
public record NoGapAfterReconnect() implements Guarantee {
    @Override
    public List<Violation> violations(Recording recording) {
        var found = new ArrayList<Violation>();
        var standards = recording.oneHistoryPerRoom();
        for (var stream : recording.streams()) {
            stream.runs().forEach(run -> contiguous(stream, run, found));
            var standard = standards.get(stream.room());
            if (standard != null) {
                complete(stream, standard.head(), found);
            }
        }
        return found;
    }

    private static void contiguous(Stream stream, List<Entry> run, List<Violation> found) {
        for (int i = 1; i < run.size(); i++) {
            long expected = run.get(i - 1).seq() + 1;
            long seq = run.get(i).seq();
            if (seq != expected) {
                found.add(new Violation(
                        seq > expected ? Kind.LOST : Kind.DOUBLED,
                        stream.room(),
                        "stream of " + stream.member() + " brought " + seq + " (expected: " + expected + ")"));
            }
        }
    }

    private static void complete(Stream stream, long head, List<Violation> found) {
        long reached = stream.runs().isEmpty() || stream.runs().getLast().isEmpty()
                ? 0
                : stream.runs().getLast().getLast().seq();
        if (reached < head) {
            found.add(new Violation(
                    Kind.LOST,
                    stream.room(),
                    "stream of " + stream.member() + " ended at " + reached + " (expected: " + head + ")"));
        }
    }
}

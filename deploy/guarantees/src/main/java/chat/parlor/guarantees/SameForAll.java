package chat.parlor.guarantees;

import chat.parlor.guarantees.Violation.Kind;
import java.util.ArrayList;
import java.util.List;

/// All members of a room read the same history, and every stream brought at each place what the history has there.
public record SameForAll() implements Guarantee {
    @Override
    public List<Violation> violations(Recording recording) {
        var found = new ArrayList<Violation>();
        var standards = recording.oneHistoryPerRoom();
        for (var history : recording.histories()) {
            var standard = standards.getOrDefault(history.room(), history);
            if (!standard.entries().equals(history.entries())) {
                found.add(new Violation(
                        Kind.DIFFERENT,
                        history.room(),
                        "history of " + history.member() + " is another than that of " + standard.member()));
            }
        }
        for (var stream : recording.streams()) {
            var standard = standards.get(stream.room());
            if (standard != null) {
                stream.runs().forEach(run -> run.forEach(entry -> compare(stream, entry, standard, found)));
            }
        }
        return found;
    }

    private static void compare(Stream stream, Entry entry, History standard, List<Violation> found) {
        // the history of a contiguous room has place n at n - 1; otherwise Contiguity has spoken already
        var index = entry.seq() - 1;
        var there = index >= 0 && index < standard.entries().size()
                ? standard.entries().get((int) index)
                : null;
        if (!entry.equals(there)) {
            found.add(new Violation(
                    Kind.DIFFERENT,
                    stream.room(),
                    "stream of " + stream.member() + " brought " + entry + " (history: " + there + ")"));
        }
    }
}

package chat.parlor.guarantees;

import chat.parlor.guarantees.Violation.Kind;
import java.util.ArrayList;
import java.util.List;

/// Every history is 1, 2, 3 … without a gap and without a repeat.
public record Contiguity() implements Guarantee {
    @Override
    public List<Violation> violations(Recording recording) {
        var found = new ArrayList<Violation>();
        for (var history : recording.histories()) {
            long expected = 1;
            for (var entry : history.entries()) {
                if (entry.seq() != expected) {
                    var kind = entry.seq() > expected ? Kind.LOST : Kind.DOUBLED;
                    found.add(new Violation(
                            kind,
                            history.room(),
                            "history of " + history.member() + " has " + entry.seq() + " (expected: " + expected
                                    + ")"));
                }
                expected = entry.seq() + 1;
            }
        }
        return found;
    }
}

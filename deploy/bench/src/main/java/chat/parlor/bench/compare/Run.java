package chat.parlor.bench.compare;

import chat.parlor.bench.workload.Figure;
import java.util.List;

/// One target in one round.
///
/// @param target its name
/// @param round counts from 1
/// @param loadBefore load average of the machine before it was started
/// @param figures what was measured
record Run(String target, int round, double loadBefore, List<Figure> figures) {
    Run {
        figures = List.copyOf(figures);
    }
}

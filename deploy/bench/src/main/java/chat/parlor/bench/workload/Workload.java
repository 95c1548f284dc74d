package chat.parlor.bench.workload;

import chat.parlor.bench.load.Stage;
import java.util.List;

/// Asks something of a server that has just been started.
@FunctionalInterface
public interface Workload {
    /// Runs it all.
    List<Figure> run(Stage stage);
}

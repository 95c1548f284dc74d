package chat.parlor.bench.compare;

import chat.parlor.bench.cost.Processes;
import chat.parlor.bench.load.Stage;
import chat.parlor.bench.subject.Targets;
import chat.parlor.bench.workload.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Runs a workload against several targets, one at a time, each started afresh for it.
///
/// @param targets their names; the first is what the others are compared with
/// @param rounds how often; each round begins with another target
/// @param processes whether each of Parlor's services is a process of its own
/// @param output the folder for the figures
public record Comparison(List<String> targets, int rounds, boolean processes, Path output) {
    /// Copies its list.
    public Comparison {
        targets = List.copyOf(targets);
    }

    /// Runs it all, prints a table and writes the figures beside it.
    ///
    /// @param command as it was given
    public void run(String name, String command, Workload workload) {
        var runs = new ArrayList<Run>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < targets.size(); i++) {
                runs.add(run(targets.get((i + round) % targets.size()), round + 1, workload));
            }
        }
        System.out.print(new Table(targets, runs));
        System.out.println("written to " + new Protocol(command, runs).write(output, name));
    }

    private Run run(String target, int round, Workload workload) {
        var load = Processes.load();
        System.out.printf(Locale.ROOT, "round %d of %d: %s (load average %.1f)%n", round, rounds, target, load);
        try (var server = Targets.start(target, processes);
                var stage = new Stage(server)) {
            return new Run(target, round, load, workload.run(stage));
        }
    }
}

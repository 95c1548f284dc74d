package chat.parlor.bench;

import chat.parlor.bench.compare.Comparison;
import chat.parlor.bench.subject.Targets;
import chat.parlor.bench.workload.Fanout;
import chat.parlor.bench.workload.History;
import chat.parlor.bench.workload.Idle;
import chat.parlor.bench.workload.Inbox;
import chat.parlor.bench.workload.Jitter;
import chat.parlor.bench.workload.Knee;
import chat.parlor.bench.workload.Rate;
import chat.parlor.bench.workload.Restart;
import chat.parlor.bench.workload.Slow;
import chat.parlor.bench.workload.Storm;
import chat.parlor.bench.workload.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The benchmarks that hold Parlor against others, from the command line.
final class Comparisons {
    /// What `./parlor bench` calls them.
    static final List<String> NAMES =
            List.of("rate", "knee", "fanout", "idle", "storm", "jitter", "slow", "restart", "history", "inbox");

    /// Options of each, besides those that all have.
    private static final Map<String, Set<String>> OWN = Map.of(
            "rate", Set.of("seconds", "rates"),
            "knee", Set.of("seconds", "from"),
            "fanout", Set.of("seconds", "sockets"),
            "idle", Set.of("sockets"),
            "storm", Set.of("sockets"),
            "jitter", Set.of("sockets"),
            "slow", Set.of("sockets", "seconds"),
            "restart", Set.of("rate", "seconds"),
            "history", Set.of("messages"),
            "inbox", Set.of("rooms"));

    /// Who can do it besides Parlor: an echo has no past to come back to.
    private static final Map<String, String> PEERS = Map.of(
            "storm", "socketio",
            "jitter", "socketio",
            "slow", "socketio",
            "restart", "none",
            "history", "none",
            "inbox", "none");

    private Comparisons() {}

    /// Runs one.
    ///
    /// @throws Unusable for options it does not know
    static void run(String name, List<String> words) {
        var known = new HashSet<>(Set.of("rounds", "peers", "parlor", "output"));
        known.addAll(OWN.getOrDefault(name, Set.of()));
        var options = Options.parse(words, known);
        var workload = workload(name, options);
        var command = "./parlor bench " + name + (words.isEmpty() ? "" : " " + String.join(" ", words));
        comparison(name, options).run(name, command, workload);
    }

    private static Workload workload(String name, Options options) {
        return switch (name) {
            case "rate" -> new Rate(options.counts("rates", List.of(100, 500, 1000, 2000)), seconds(options));
            case "knee" -> new Knee(options.count("from", 500), seconds(options));
            case "fanout" -> new Fanout(options.counts("sockets", List.of(100, 1000)), seconds(options));
            case "idle" -> new Idle(options.counts("sockets", List.of(1000, 2000, 5000)));
            case "storm" -> new Storm(options.count("sockets", 5000));
            case "jitter" -> new Jitter(options.count("sockets", 1000));
            case "slow" -> new Slow(options.count("sockets", 200), seconds(options));
            case "restart" -> new Restart(options.count("rate", 500), options.count("seconds", 40));
            case "history" -> new History(options.count("messages", 10_000_000));
            case "inbox" -> new Inbox(options.count("rooms", 1_000_000));
            default -> throw new Unusable("which benchmark? (expected: one of " + NAMES + ")");
        };
    }

    private static int seconds(Options options) {
        return options.count("seconds", 15);
    }

    private static Comparison comparison(String name, Options options) {
        var targets = new ArrayList<>(List.of("parlor"));
        var peers = options.text("peers").orElse(PEERS.getOrDefault(name, "socketio,echo"));
        if (!peers.equals("none")) {
            targets.addAll(List.of(peers.split(",", -1)));
        }
        targets.stream().filter(target -> !Targets.NAMES.contains(target)).forEach(unknown -> {
            throw new Unusable("--peers: " + peers + " (expected: none, or some of socketio,ejabberd,echo)");
        });
        return new Comparison(
                targets,
                options.count("rounds", 3),
                processes(options.text("parlor").orElse(name.equals("restart") ? "processes" : "one-jvm")),
                options.text("output")
                        .map(Path::of)
                        .orElseGet(() -> Passwords.root().resolve("target").resolve("bench")));
    }

    private static boolean processes(String how) {
        return switch (how) {
            case "one-jvm" -> false;
            case "processes" -> true;
            default -> throw new Unusable("--parlor: " + how + " (expected: one-jvm or processes)");
        };
    }
}

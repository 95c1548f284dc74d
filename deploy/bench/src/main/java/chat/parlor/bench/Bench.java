package chat.parlor.bench;

import chat.parlor.bench.client.Unexpected;
import java.util.List;
import java.util.Set;

/// What `./parlor bench` runs.
public final class Bench {
    private static final int USAGE = 2;
    private static final int FAILED = 1;

    private Bench() {}

    /// Runs the benchmark named first. Exit code 0 means that it held what is promised.
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> words) {
        try {
            var rest = words.isEmpty() ? words : words.subList(1, words.size());
            var name = words.isEmpty() ? "" : words.getFirst();
            return switch (name) {
                case "latency" ->
                    latency(Options.parse(rest, Set.of("url", "email", "password", "count", "data", "pause")));
                case "kill" -> kill(Options.parse(rest, Set.of("clients", "rounds", "seconds", "seed")));
                default -> compare(name, rest);
            };
        } catch (Unusable unusable) {
            System.err.println("parlor bench: " + unusable.getMessage());
            return USAGE;
        } catch (Unexpected unexpected) {
            System.err.println("parlor bench: " + unexpected.getMessage());
            return FAILED;
        }
    }

    private static int compare(String name, List<String> words) {
        if (!Comparisons.NAMES.contains(name)) {
            throw new Unusable("which benchmark? (expected: latency, kill or one of "
                    + String.join(", ", Comparisons.NAMES) + ")");
        }
        Comparisons.run(name, words);
        return 0;
    }

    private static int latency(Options options) {
        var url = options.text("url").orElse("http://localhost:8080");
        var email = options.text("email").orElse("admin@parlor.local");
        var password = options.text("password").orElseGet(() -> Passwords.ofAdministrator(options.text("data")));
        var report = new Latency(url, email, password).measure(options.count("count", 500), options.count("pause", 1));
        System.out.print(report);
        return 0;
    }

    private static int kill(Options options) {
        var plan = new KillPlan(
                options.count("clients", 20),
                options.count("rounds", 3),
                options.count("seconds", 8),
                options.count("seed", 1));
        return new Kill(plan).run() ? 0 : FAILED;
    }
}

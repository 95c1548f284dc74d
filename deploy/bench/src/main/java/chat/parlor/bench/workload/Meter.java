package chat.parlor.bench.workload;

import chat.parlor.bench.cost.Processes;
import chat.parlor.bench.load.OpenLoop;
import chat.parlor.bench.load.OpenLoop.Sender;
import chat.parlor.bench.load.Plan;
import chat.parlor.bench.load.Stage;
import chat.parlor.bench.load.Tally;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/// Runs a plan and measures its times and what it costs.
final class Meter {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Stage stage;
    private final Processes processes;
    private final List<Figure> figures = new ArrayList<>();

    Meter(Stage stage) {
        this.stage = stage;
        this.processes = new Processes(stage.target().processes());
    }

    /// All that was measured.
    List<Figure> figures() {
        return List.copyOf(figures);
    }

    void add(String step, String name, double value) {
        figures.add(new Figure(step, name, value));
    }

    /// Runs a plan under the name of a step.
    Tally run(String step, Plan plan, Sender sender) {
        var cpu = processes.cpuSeconds();
        var machine = Processes.machineSeconds();
        var own = own();
        var began = System.nanoTime();
        var tally = OpenLoop.run(stage, plan, sender);
        var seconds = (System.nanoTime() - began) / 1e9;
        var used = processes.cpuSeconds() - cpu;
        var driver = own() - own;
        add(step, "acknowledged p50 ms", millis(tally.acknowledgements(), 50));
        add(step, "acknowledged p90 ms", millis(tally.acknowledgements(), 90));
        add(step, "acknowledged p99 ms", millis(tally.acknowledgements(), 99));
        add(step, "delivered p50 ms", millis(tally.deliveries(), 50));
        add(step, "delivered p90 ms", millis(tally.deliveries(), 90));
        add(step, "delivered p99 ms", millis(tally.deliveries(), 99));
        add(step, "delivered max ms", millis(tally.deliveries(), 100));
        add(step, "missing", (double) tally.missing());
        add(step, "doubled", tally.doubled());
        add(step, "sockets closed", tally.closed());
        add(step, "CPU s per 1000 messages", used * 1000 / tally.messages());
        add(step, "resident MB", processes.residentMegabytes());
        add(step, "cores of the server", used / seconds);
        add(step, "cores of the driver", driver / seconds);
        add(step, "cores of others", Math.max(0, Processes.machineSeconds() - machine - used - driver) / seconds);
        say(step, tally);
        return tally;
    }

    private void say(String step, Tally tally) {
        System.out.printf(
                Locale.ROOT,
                "  %-9s %-14s acknowledged %6.1f %7.1f   delivered %6.1f %7.1f ms (p50 p99)   %d missing%n",
                stage.target().name(),
                step,
                millis(tally.acknowledgements(), 50),
                millis(tally.acknowledgements(), 99),
                millis(tally.deliveries(), 50),
                millis(tally.deliveries(), 99),
                tally.missing());
    }

    static double millis(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / 1e6;
    }

    private static double own() {
        return SYSTEM.getProcessCpuTime() / 1e9;
    }
}

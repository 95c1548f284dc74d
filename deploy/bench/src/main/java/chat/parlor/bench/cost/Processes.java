package chat.parlor.bench.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Trees of processes, from `/proc`.
public final class Processes {
    /// In `/proc/PID/stat` after the name: user and system time of the process and of its ended children.
    private static final int FIRST_TIME = 11;

    private static final int TIMES = 4;
    private static final double TICKS_PER_SECOND = 100;
    private static final double MEGABYTE = 1024;

    private final Set<Long> roots;

    /// All processes that descend from these, and these.
    public Processes(Collection<Long> roots) {
        this.roots = Set.copyOf(roots);
    }

    /// Seconds of processor time they have used since they began, ended children included.
    public double cpuSeconds() {
        return all().stream().mapToDouble(Processes::cpuSeconds).sum();
    }

    /// Resident memory in MB, what is shared counted once.
    public double residentMegabytes() {
        return all().stream().mapToDouble(Processes::residentMegabytes).sum();
    }

    /// Processor time of the whole machine, idle time apart.
    public static double machineSeconds() {
        var words = read(Path.of("/proc/stat")).lines().findFirst().orElse("").split(" +", -1);
        double ticks = 0;
        for (int i = 1; i < words.length && i <= 8; i++) {
            var idle = i == 4 || i == 5;
            ticks += idle ? 0 : Double.parseDouble(words[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    /// How many processes want to run, over the last minute.
    public static double load() {
        var words = read(Path.of("/proc/loadavg")).split(" ", -1);
        return words[0].isEmpty() ? 0 : Double.parseDouble(words[0]);
    }

    private Set<Long> all() {
        return roots.stream()
                .flatMap(root -> ProcessHandle.of(root).stream())
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private static double cpuSeconds(long pid) {
        var stat = read(Path.of("/proc", Long.toString(pid), "stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        double ticks = 0;
        for (int i = FIRST_TIME; i < FIRST_TIME + TIMES; i++) {
            ticks += Double.parseDouble(words[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static double residentMegabytes(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "smaps_rollup"))
                .lines()
                .filter(line -> line.startsWith("Pss:"))
                .mapToDouble(line -> Double.parseDouble(line.split(" +", -1)[1]) / MEGABYTE)
                .sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException gone) {
            return "";
        }
    }
}

package chat.parlor.bench;

import java.time.Duration;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/// What was measured, as a small table in milliseconds.
final class LatencyReport {
    private static final long LONGEST = Duration.ofMinutes(1).toNanos();
    private static final int DIGITS = 3;

    private final Histogram delivered = new Histogram(LONGEST, DIGITS);
    private final Histogram acknowledged = new Histogram(LONGEST, DIGITS);

    void delivered(long nanos) {
        delivered.recordValue(nanos);
    }

    void acknowledged(long nanos) {
        acknowledged.recordValue(nanos);
    }

    @Override
    public String toString() {
        return "%-30s %8s %8s %8s %8s  (ms, %d messages)%n"
                        .formatted("", "p50", "p90", "p99", "max", delivered.getTotalCount())
                + line("send -> guest receives", delivered)
                + line("send -> acknowledged", acknowledged);
    }

    private static String line(String name, Histogram times) {
        return String.format(
                Locale.ROOT,
                "%-30s %8.1f %8.1f %8.1f %8.1f%n",
                name,
                times.getValueAtPercentile(50) / 1e6,
                times.getValueAtPercentile(90) / 1e6,
                times.getValueAtPercentile(99) / 1e6,
                times.getMaxValue() / 1e6);
    }
}

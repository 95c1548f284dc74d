package chat.parlor.bench.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// The heap of another JVM.
public final class Heap {
    /// Each generation says so, whatever the collector; what is outside of the heap has no total.
    private static final Pattern USED = Pattern.compile("total \\d+K, used (\\d+)K");

    private static final long KILOBYTE = 1024;

    private Heap() {}

    /// Bytes in use right after a full collection.
    public static long afterCollection(long pid) {
        jcmd(pid, "GC.run");
        jcmd(pid, "GC.run");
        return USED.matcher(jcmd(pid, "GC.heap_info"))
                .results()
                .mapToLong(used -> Long.parseLong(used.group(1)) * KILOBYTE)
                .sum();
    }

    private static String jcmd(long pid, String command) {
        var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var process = new ProcessBuilder(tool, Long.toString(pid), command)
                    .redirectErrorStream(true)
                    .start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            process.waitFor();
            return said;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}

package chat.parlor.drills.stack;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What a process holds on to.
///
/// @param threads of the system
/// @param files open ones, connections among them
public record Footprint(long pid, int threads, int files) {
    /// More than pools grow by that had not been used up to then.
    private static final int MORE_THREADS = 50;
    /// More than that, and than the logs of a few new topics and the connections of a few pools.
    private static final int MORE_FILES = 150;

    /// Of every part that lives.
    public static Map<Part, Footprint> of(Stack stack) {
        var all = new EnumMap<Part, Footprint>(Part.class);
        for (var part : Part.values()) {
            stack.process(part).flatMap(process -> of(process.pid())).ifPresent(found -> all.put(part, found));
        }
        return all;
    }

    static Optional<Footprint> of(long pid) {
        var threads = Path.of("/proc", Long.toString(pid), "task").toFile().list();
        var files = Path.of("/proc", Long.toString(pid), "fd").toFile().list();
        return threads == null || files == null
                ? Optional.empty()
                : Optional.of(new Footprint(pid, threads.length, files.length));
    }

    /// Whether the same process holds much more than it did; one that was restarted holds nothing from before.
    public boolean hasGrownSince(Footprint before) {
        return pid == before.pid && (threads > before.threads + MORE_THREADS || files > before.files + MORE_FILES);
    }
}

package chat.parlor.local.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The process ids of the parts that run, one file each. A file may outlive its process.
public final class PidFiles {
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Path folder;

    /// Process ids of a data folder.
    public PidFiles(DataFolder folder) {
        this.folder = folder.run();
    }

    /// Notes the process of a part.
    public void write(String name, long pid) {
        try {
            Files.writeString(file(name), pid + "\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Forgets a part.
    public void remove(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Whether a part was started and not stopped since; it may have died.
    public boolean has(String name) {
        return Files.exists(file(name));
    }

    /// The living process of a part.
    public Optional<ProcessHandle> alive(String name) {
        try {
            var file = file(name);
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var written = Files.getLastModifiedTime(file).toInstant();
            return number(Files.readString(file))
                    .flatMap(ProcessHandle::of)
                    .filter(PidFiles::lives)
                    // a process that began after the file was written only got the same number
                    .filter(process -> process.info()
                            .startInstant()
                            .map(start -> start.isBefore(written.plus(SLACK)))
                            .orElse(true));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Whether a process does anything still: one that waits only for its parent to notice its end counts as dead.
    public static boolean lives(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            var state = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            return !state.substring(state.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException noSuchFile) {
            return process.isAlive();
        }
    }

    private static Optional<Long> number(String text) {
        var digits = text.strip();
        return digits.matches("[0-9]{1,10}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    private Path file(String name) {
        return folder.resolve(name + ".pid");
    }
}

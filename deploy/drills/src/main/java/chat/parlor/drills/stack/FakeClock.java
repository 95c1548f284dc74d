package chat.parlor.drills.stack;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

/// The clock of one part, which can be set while the part runs. What it measures periods with goes on undisturbed, as
/// on
/// a machine whose clock is set.
public final class FakeClock {
    private static final String COMPILER = "cc";
    private static final String SOURCE = "clock.c";

    /// Says by how many seconds the clock is off; the part looks at it ten times a second.
    private final Path file;

    private FakeClock(Path file) {
        this.file = file;
    }

    /// Whether there is a compiler for the few lines of C that stand between a process and its clock.
    public static boolean isPossible() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, COMPILER)));
    }

    /// Starts a part again with a clock of its own, which is right at first.
    public static FakeClock of(Stack stack, Part part) {
        var clock = new FakeClock(stack.folder().resolve(part.key() + ".clock"));
        clock.set(Duration.ZERO);
        var recipe = stack.recipe(part)
                .in("LD_PRELOAD", library(stack.folder()).toString())
                .in("PARLOR_DRILL_CLOCK", clock.file.toString());
        stack.end(part);
        stack.start(part, recipe);
        return clock;
    }

    private static Path library(Path folder) {
        var source = folder.resolve(SOURCE);
        var library = folder.resolve("clock.so");
        try (var text = FakeClock.class.getResourceAsStream("/" + SOURCE)) {
            Files.copy(Objects.requireNonNull(text), source, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        Command.run(COMPILER, "-O2", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl");
        return library;
    }

    /// Puts it off by so much.
    public void set(Duration off) {
        try {
            Files.writeString(file, String.format("%+d%n", off.toSeconds()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

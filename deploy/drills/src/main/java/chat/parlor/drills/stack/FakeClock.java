package chat.parlor.drills.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The clock of one part, which can be set while the part runs. What it measures periods with goes on undisturbed, as
/// on
/// a machine whose clock is set.
public final class FakeClock {
    private static final String LIBRARY = "faketime/libfaketime.so.1";

    /// Where distributions put it.
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu"),
            Path.of("/usr/lib/aarch64-linux-gnu"),
            Path.of("/usr/lib64"),
            Path.of("/usr/lib"),
            Path.of("/usr/local/lib"));

    /// Says by how many seconds the clock is off; the part looks at it every second.
    private final Path file;

    private FakeClock(Path file) {
        this.file = file;
    }

    /// The library that this needs.
    public static Optional<Path> library() {
        return PLACES.stream()
                .map(place -> place.resolve(LIBRARY))
                .filter(Files::exists)
                .findFirst();
    }

    /// Starts a part again with a clock of its own, which is right at first.
    public static FakeClock of(Stack stack, Part part) {
        var clock = new FakeClock(stack.folder().resolve(part.key() + ".clock"));
        clock.set(Duration.ZERO);
        var recipe = stack.recipe(part)
                .in("LD_PRELOAD", library().orElseThrow().toString())
                .in("FAKETIME_TIMESTAMP_FILE", clock.file.toString())
                .in("FAKETIME_CACHE_DURATION", "1")
                .in("DONT_FAKE_MONOTONIC", "1");
        stack.end(part);
        stack.start(part, recipe);
        return clock;
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

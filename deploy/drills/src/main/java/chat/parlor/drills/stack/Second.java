package chat.parlor.drills.stack;

import java.time.Duration;

/// A second process of a part.
///
/// @param port where it listens on 127.0.0.1
public record Second(Process process, int port) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// Asks it to end, and waits until it has.
    @Override
    public void close() {
        process.destroy();
        if (!Pause.until(PATIENCE, () -> !process.isAlive())) {
            process.destroyForcibly();
        }
    }
}

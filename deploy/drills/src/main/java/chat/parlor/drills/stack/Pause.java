package chat.parlor.drills.stack;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits, for a time or for a fact.
public final class Pause {
    private static final Duration LOOK = Duration.ofMillis(20);

    private Pause() {}

    /// Waits for a time.
    ///
    /// @throws Unexpected when interrupted
    public static void of(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted");
        }
    }

    /// Waits until something is so.
    ///
    /// @return whether it became so in time
    public static boolean until(Duration patience, BooleanSupplier fact) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            of(LOOK);
        }
        return true;
    }
}

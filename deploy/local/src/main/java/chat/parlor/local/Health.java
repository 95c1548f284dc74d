package chat.parlor.local;

import chat.parlor.local.refusal.Refused;
import chat.parlor.local.refusal.Refused.Reason;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits until an address answers 200.
final class Health {
    static final String PATH = "/api/v1/health";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int TIMEOUT_MILLIS = 5_000;

    private Health() {}

    /// Returns when the address is healthy.
    ///
    /// @param dead tells that waiting longer is of no use
    /// @throws Refused when it is not healthy in time, or cannot become so any more
    static void await(String what, String url, BooleanSupplier dead) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isGood(url)) {
            if (dead.getAsBoolean()) {
                throw new Refused(Reason.FAILED, what + " ended while it was starting");
            }
            if (System.nanoTime() > deadline) {
                throw new Refused(Reason.FAILED, what + " is not healthy after " + PATIENCE.toSeconds() + " s");
            }
            pause();
        }
    }

    private static boolean isGood(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            var good = connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            connection.disconnect();
            return good;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refused(Reason.FAILED, "interrupted while starting");
        }
    }
}

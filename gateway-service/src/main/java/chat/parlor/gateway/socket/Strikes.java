package chat.parlor.gateway.socket;

/// Counts what may happen so many times in a window. The window begins with the first and, once it is over or the clock
/// was set back, anew.
/// Not thread-safe.
final class Strikes {

    private final int most;
    private final long windowMs;
    /// When the window began.
    private long since;
    /// How many were taken in it.
    private int taken;

    Strikes(int most, long windowMs) {
        this.most = most;
        this.windowMs = windowMs;
    }

    /// Takes one; false when the window has had its most.
    boolean take(long now) {
        if (taken == 0 || now - since >= windowMs || now < since) {
            since = now;
            taken = 0;
        }
        if (taken == most) {
            return false;
        }
        taken++;
        return true;
    }

    /// How long until the window is over.
    long waitMs(long now) {
        return Math.max(0, since + windowMs - now);
    }
}

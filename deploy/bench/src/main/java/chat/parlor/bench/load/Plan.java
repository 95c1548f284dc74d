package chat.parlor.bench.load;

/// Messages on a schedule.
///
/// @param perSecond how many a second
/// @param warmUp seconds at the beginning that do not count
/// @param seconds seconds that count
/// @param receivers how many sockets get each message
/// @param repeatAfter seconds after which what is not acknowledged is sent again, as a client has to; 0 for never
public record Plan(double perSecond, int warmUp, int seconds, int receivers, int repeatAfter) {
    /// A plan in which everything is sent once.
    public Plan(double perSecond, int warmUp, int seconds, int receivers) {
        this(perSecond, warmUp, seconds, receivers, 0);
    }

    boolean repeats() {
        return repeatAfter > 0;
    }

    int uncounted() {
        return (int) (perSecond * warmUp);
    }

    int messages() {
        return (int) (perSecond * (warmUp + seconds));
    }

    /// When a message is due, in nanoseconds after the start.
    long due(int index) {
        return (long) (index * 1e9 / perSecond);
    }
}

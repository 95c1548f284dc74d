package chat.parlor.gateway.socket;

/// The place of one admitted socket, from before its handshake until it is gone; given back once.
final class Seat {

    private final Runnable giveBack;
    /// Whether the connection itself gives the seat back when it closes.
    private boolean taken;
    private boolean free;

    Seat(Runnable giveBack) {
        this.giveBack = giveBack;
    }

    /// The socket is there.
    synchronized void take() {
        taken = true;
    }

    /// The handshake is over: nobody needs the seat unless a socket came of it.
    void handshakeOver() {
        if (!isTaken()) {
            leave();
        }
    }

    private synchronized boolean isTaken() {
        return taken;
    }

    /// The socket is gone.
    void leave() {
        if (first()) {
            giveBack.run();
        }
    }

    private synchronized boolean first() {
        var first = !free;
        free = true;
        return first;
    }
}

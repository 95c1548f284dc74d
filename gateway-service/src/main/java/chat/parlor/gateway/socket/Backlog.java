package chat.parlor.gateway.socket;

import chat.parlor.gateway.frame.Frame;

/// How much waits for a client to take it, of what it did not ask for. Lives on the socket's event loop.
final class Backlog {

    private final int mostFrames;
    private final long mostBytes;
    private int frames;
    private long bytes;

    Backlog(int mostFrames, long mostBytes) {
        this.mostFrames = mostFrames;
        this.mostBytes = mostBytes;
    }

    /// Whether one more may wait. A single frame may be of any size.
    boolean hasRoomFor(Frame frame) {
        return frames < mostFrames && (bytes == 0 || bytes + frame.size() <= mostBytes);
    }

    void add(Frame frame) {
        frames++;
        bytes += frame.size();
    }

    /// The network took it.
    void remove(Frame frame) {
        frames--;
        bytes -= frame.size();
    }
}

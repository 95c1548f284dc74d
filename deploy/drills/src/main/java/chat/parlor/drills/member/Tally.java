package chat.parlor.drills.member;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What a drill counts beside the promise itself. Safe for any thread.
public final class Tally {
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicInteger repaired = new AtomicInteger();
    /// Refusals that say that the message was not taken, by code.
    private final Map<String, Integer> refused = new TreeMap<>();

    /// Since when messages count as sent after the fault; 0 before it.
    private long faultAt;
    /// When the first of them was acknowledged; 0 before that.
    private long firstAfter;
    /// When the last message was acknowledged; 0 before the first.
    private long lastAck;
    /// The longest time between two acknowledgements.
    private long silence;

    /// The fault happens now.
    public synchronized void fault() {
        if (faultAt == 0) {
            faultAt = System.nanoTime();
        }
    }

    synchronized void acknowledged(long sentAt, long ackedAt) {
        if (lastAck != 0) {
            silence = Math.max(silence, ackedAt - lastAck);
        }
        lastAck = Math.max(lastAck, ackedAt);
        if (faultAt != 0 && firstAfter == 0 && sentAt > faultAt) {
            firstAfter = ackedAt;
        }
    }

    synchronized void refused(String code) {
        refused.merge(code, 1, Integer::sum);
    }

    void dropped() {
        dropped.incrementAndGet();
    }

    void repaired() {
        repaired.incrementAndGet();
    }

    /// Sockets that went without their client wanting it.
    public int droppedSockets() {
        return dropped.get();
    }

    /// Times a client found out by a heartbeat that it was behind.
    public int repairs() {
        return repaired.get();
    }

    /// Messages that were refused for good, by code.
    public synchronized Map<String, Integer> refusals() {
        return Map.copyOf(refused);
    }

    /// From the fault to the first acknowledgement of a message that was sent after it; negative when there was none.
    public synchronized Duration firstAcknowledgement() {
        return firstAfter == 0 ? Duration.ofSeconds(-1) : Duration.ofNanos(firstAfter - faultAt);
    }

    /// The longest time without any acknowledgement.
    public synchronized Duration longestSilence() {
        return Duration.ofNanos(silence);
    }
}

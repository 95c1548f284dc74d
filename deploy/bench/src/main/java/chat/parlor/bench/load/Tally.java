package chat.parlor.bench.load;

import chat.parlor.bench.wire.Link;
import chat.parlor.bench.wire.Listener;
import java.time.Duration;
import java.util.BitSet;
import java.util.concurrent.CompletableFuture;
import org.HdrHistogram.Histogram;

/// What came of the messages of a [Plan]. Times count from the moment a message was due, not from when it could be
/// sent: a server that holds up the driver does not look better for it. Lives on the event loop of the sockets.
public final class Tally implements Listener {
    private static final long LONGEST = Duration.ofMinutes(5).toNanos();

    private final Plan plan;
    private final long first;
    private final Histogram acknowledged = new Histogram(LONGEST, 3);
    private final Histogram delivered = new Histogram(LONGEST, 3);
    private final BitSet acknowledgedOnce;
    private final int[] deliveries;
    private final CompletableFuture<Void> complete = new CompletableFuture<>();

    /// When the schedule begins.
    private long began;

    private int stored;
    private long received;
    private int doubled;
    private int refused;
    private int repeated;
    private int closed;

    Tally(Plan plan, long first) {
        this.plan = plan;
        this.first = first;
        this.acknowledgedOnce = new BitSet(plan.messages());
        this.deliveries = new int[plan.messages()];
    }

    void begin(long now) {
        began = now;
    }

    long due(int index) {
        return began + plan.due(index);
    }

    boolean isAcknowledged(int index) {
        return acknowledgedOnce.get(index);
    }

    void repeated() {
        repeated++;
    }

    CompletableFuture<Void> complete() {
        return complete;
    }

    @Override
    public void acknowledged(Link link, long number, long now) {
        var index = (int) (number - first);
        if (isOurs(index) && !acknowledgedOnce.get(index)) {
            acknowledgedOnce.set(index);
            stored++;
            record(acknowledged, index, now);
            check();
        }
    }

    @Override
    public void delivered(Link link, long number, long now) {
        var index = (int) (number - first);
        if (!isOurs(index)) {
            return;
        }
        if (++deliveries[index] > plan.receivers()) {
            doubled++;
            return;
        }
        received++;
        record(delivered, index, now);
        check();
    }

    @Override
    public void refused(Link link, String words) {
        if (refused++ == 0) {
            System.err.println("refused: " + words);
        }
    }

    @Override
    public void closed(Link link) {
        closed++;
    }

    /// Times from due to acknowledged.
    public Histogram acknowledgements() {
        return acknowledged;
    }

    /// Times from due to delivered, for each receiver.
    public Histogram deliveries() {
        return delivered;
    }

    /// Messages of the whole schedule, those that do not count for the times included.
    public int messages() {
        return plan.messages();
    }

    /// Acknowledgements and deliveries that did not come.
    public long missing() {
        return plan.messages() - stored + (long) plan.messages() * plan.receivers() - received;
    }

    /// Deliveries that came once too often.
    public int doubled() {
        return doubled;
    }

    /// Messages that were sent again, each time counted.
    public int repetitions() {
        return repeated;
    }

    /// Sockets that were closed.
    public int closed() {
        return closed;
    }

    private boolean isOurs(int index) {
        return index >= 0 && index < deliveries.length;
    }

    private void record(Histogram times, int index, long now) {
        if (index >= plan.uncounted()) {
            times.recordValue(Math.clamp(now - due(index), 0, LONGEST));
        }
    }

    private void check() {
        if (missing() == 0) {
            complete.complete(null);
        }
    }
}

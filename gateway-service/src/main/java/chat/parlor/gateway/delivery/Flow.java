package chat.parlor.gateway.delivery;

import chat.parlor.gateway.frame.Frame;
import chat.parlor.gateway.peer.Closing;
import chat.parlor.gateway.peer.Peer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One room on one socket. It knows the last seq it sent and sends no other than the next one: what it has is dropped,
/// what would leave a gap makes it look in the tail and then ask the store. Lives on the socket's event loop.
///
/// It buffers nothing: while it waits for the store it ignores what comes, because the tail and the channel's head
/// hold what it needs to go on.
final class Flow {

    /// The stations of a flow.
    private enum Stage {
        /// The client waits for `room.opened`.
        OPENING,
        /// Every entry is sent as it comes.
        LIVE,
        /// The store is asked for what is missing.
        REFILLING,
        /// Over.
        ENDED
    }

    private final OpenRooms owner;
    private final RoomChannel channel;
    private final Deliveries deliveries;
    private Stage stage = Stage.OPENING;
    /// The epoch of the cursor.
    private long epoch;
    /// The last seq sent. Grows by one, or jumps with a snapshot.
    private long cursor;
    /// Refills in a row that brought nothing.
    private int fruitless;

    Flow(OpenRooms owner, RoomChannel channel, Deliveries deliveries) {
        this.owner = owner;
        this.channel = channel;
        this.deliveries = deliveries;
    }

    Peer peer() {
        return owner.peer();
    }

    RoomChannel channel() {
        return channel;
    }

    private String room() {
        return channel.room();
    }

    /// The newest seq the node knows of, or this flow when it knows better.
    long head() {
        return Math.max(channel.head(), cursor);
    }

    /// Answers the client and goes live.
    void open(@Nullable String ref, Page page) {
        send(ref, page);
        stage = Stage.LIVE;
        catchUp();
    }

    private void send(@Nullable String ref, Page page) {
        epoch = page.epoch();
        cursor = page.end();
        peer().answer(deliveries.writer().opened(ref, room(), page.answer()));
        deliveries.opened(page);
    }

    /// Takes an entry from the log.
    void deliver(Entry entry) {
        if (stage != Stage.LIVE || entry.epoch() < epoch || (entry.epoch() == epoch && entry.seq() <= cursor)) {
            return;
        }
        if (entry.epoch() == epoch && entry.seq() == cursor + 1) {
            cursor = entry.seq();
            peer().send(entry.frame());
            deliveries.delivered(entry);
        } else {
            catchUp();
        }
    }

    private void catchUp() {
        var next = channel.next(epoch, cursor);
        if (next.isPresent()) {
            fruitless = 0;
            handOver(next.get());
        } else {
            refill();
        }
    }

    private void handOver(List<Entry> entries) {
        for (var entry : entries) {
            if (entry.seq() == cursor + 1) {
                cursor = entry.seq();
                peer().answer(entry.frame());
            }
        }
    }

    private void refill() {
        stage = Stage.REFILLING;
        if (fruitless == deliveries.properties().refillTries()) {
            peer().end(Closing.TRY_LATER);
            return;
        }
        fruitless++;
        deliveries.ask(channel, peer(), epoch, cursor, this::refilled, failure -> refillLater());
    }

    private void refilled(Page page) {
        if (stage != Stage.REFILLING) {
            return;
        }
        var before = cursor;
        if (page.resumed() && page.epoch() == epoch) {
            handOver(page.entries());
        } else {
            send(null, page);
        }
        if (cursor == before) {
            refillLater();
        } else {
            stage = Stage.LIVE;
            catchUp();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // an ended flow ignores it
    private void refillLater() {
        var pause = deliveries.properties().refillPause().toMillis();
        peer().loop().schedule(this::refillAgain, pause, TimeUnit.MILLISECONDS);
    }

    private void refillAgain() {
        if (stage == Stage.REFILLING) {
            stage = Stage.LIVE;
            catchUp();
        }
    }

    /// Passes on what is no entry.
    void pass(Frame frame, Predicate<Peer> to) {
        if (stage != Stage.ENDED && to.test(peer())) {
            peer().send(frame);
        }
    }

    /// Ends with `room.left` unless the peer may still read the room.
    void review(Predicate<Peer> readable) {
        if (stage != Stage.ENDED && !readable.test(peer())) {
            owner.expel(room());
        }
    }

    /// Ends silently.
    void end() {
        if (stage != Stage.ENDED) {
            stage = Stage.ENDED;
            channel.remove(this);
            deliveries.release(channel);
        }
    }
}

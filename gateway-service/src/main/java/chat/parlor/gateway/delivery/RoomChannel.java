package chat.parlor.gateway.delivery;

import chat.parlor.gateway.frame.Frame;
import chat.parlor.gateway.frame.FrameWriter;
import chat.parlor.gateway.peer.Peer;
import io.netty.util.concurrent.EventExecutor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/// One room on this node: its tail, its newest seq and the flows of the sockets that have it open.
///
/// The order of steps is the guarantee. An entry first enters tail and head, then goes to the lanes; a flow first
/// enters its lane, then looks at tail and head. So whatever falls between finds the flow, or is found by it.
final class RoomChannel {

    private final String room;
    /// Guarded by this.
    private final Tail tail;
    /// Guarded by this.
    private final ReadMarks marks = new ReadMarks();
    /// The epoch of `head`. Guarded by this.
    private long epoch;
    /// The newest seq heard of. Guarded by this.
    private long head;
    /// One lane per event loop that has flows, or had.
    private final Map<EventExecutor, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger flows = new AtomicInteger();
    /// Questions to the store that are under way, so that a storm asks each once.
    private final Map<Position, Mono<Page>> asking = new ConcurrentHashMap<>();

    RoomChannel(String room, Tail tail) {
        this.room = room;
        this.tail = tail;
    }

    /// A question to the store.
    private record Position(@Nullable Long epoch, @Nullable Long after) {}

    String room() {
        return room;
    }

    /// Counts a flow before it is added; so the channel is not idle in between.
    void expectFlow() {
        flows.incrementAndGet();
    }

    /// On the flow's loop.
    void add(Flow flow) {
        lanes.computeIfAbsent(flow.peer().loop(), Lane::new).add(flow);
    }

    /// On the flow's loop.
    void remove(Flow flow) {
        var lane = lanes.get(flow.peer().loop());
        if (lane != null) {
            lane.remove(flow);
        }
        flows.decrementAndGet();
    }

    /// Whether nothing would be lost without this channel.
    synchronized boolean idle() {
        return flows.get() == 0 && tail.bytes() == 0;
    }

    synchronized int bytes() {
        return tail.bytes();
    }

    synchronized void emptyTail() {
        tail.clear();
    }

    /// Takes an entry from the log.
    void publish(Entry entry) {
        synchronized (this) {
            tail.append(entry);
            hear(entry.epoch(), entry.seq());
        }
        lanes.values().forEach(lane -> lane.forEach(flow -> flow.deliver(entry)));
    }

    /// Takes what the store said.
    synchronized void learn(Page page) {
        tail.anchor(page);
        page.marks().forEach(marks::take);
        hear(page.epoch(), page.head());
    }

    private void hear(long ofEpoch, long seq) {
        if (ofEpoch > epoch) {
            epoch = ofEpoch;
            head = seq;
        } else if (ofEpoch == epoch) {
            head = Math.max(head, seq);
        }
    }

    /// Takes a read mark from the log.
    synchronized void mark(ReadMarks.Mark mark) {
        marks.take(mark);
    }

    /// The answer to a position, when memory has it.
    synchronized Optional<Page> resume(long ofEpoch, long after, FrameWriter writer) {
        return tail.after(ofEpoch, after)
                .map(found -> Page.remembered(ofEpoch, after + found.size(), found, marks.all(), writer));
    }

    /// What follows `cursor`, when memory has it; empty when only the store does.
    synchronized Optional<List<Entry>> next(long ofEpoch, long cursor) {
        if (ofEpoch != epoch) {
            return Optional.empty();
        }
        return head <= cursor
                ? Optional.of(List.of())
                : tail.next(ofEpoch, cursor).filter(found -> !found.isEmpty());
    }

    /// The newest seq heard of, 0 before any.
    synchronized long head() {
        return head;
    }

    /// Asks the store; who asks the same meanwhile shares the answer.
    Mono<Page> ask(@Nullable Long ofEpoch, @Nullable Long after, Supplier<Mono<Page>> store) {
        var position = new Position(ofEpoch, after);
        return asking.computeIfAbsent(
                position,
                same -> Mono.defer(store).doFinally(end -> asking.remove(same)).cache());
    }

    /// Sends `frame` to the flows whose peer `to` accepts.
    void toAll(Frame frame, Predicate<Peer> to) {
        lanes.values().forEach(lane -> lane.forEach(flow -> flow.pass(frame, to)));
    }

    /// Ends the flows whose peer may no longer read the room.
    void review(Predicate<Peer> readable) {
        lanes.values().forEach(lane -> lane.forEach(flow -> flow.review(readable)));
    }
}

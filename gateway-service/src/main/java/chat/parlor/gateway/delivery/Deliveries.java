package chat.parlor.gateway.delivery;

import chat.parlor.gateway.delivery.TimelineFact.EntryFact;
import chat.parlor.gateway.delivery.TimelineFact.ReadFact;
import chat.parlor.gateway.frame.ClientFrame.OpenRoom;
import chat.parlor.gateway.frame.Frame;
import chat.parlor.gateway.frame.FrameWriter;
import chat.parlor.gateway.frame.ServerFrame.MessageRead;
import chat.parlor.gateway.peer.Peer;
import chat.parlor.gateway.peer.Peers;
import chat.parlor.gateway.rooms.RoomListener;
import chat.parlor.gateway.rooms.RoomState;
import chat.parlor.gateway.rooms.Rooms;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The rooms that sockets of this node have open, and the way into them.
@Component
public class Deliveries implements TimelineListener, RoomListener {

    private final Channels channels;
    private final TimelineStore store;
    private final Rooms rooms;
    private final Peers peers;
    private final FrameWriter writer;
    private final DeliveryProperties properties;
    private final DeliveryMeters meters;
    /// What each socket has open, by its connection.
    private final Map<String, OpenRooms> attached = new ConcurrentHashMap<>();

    Deliveries(
            Channels channels,
            TimelineStore store,
            Rooms rooms,
            Peers peers,
            FrameWriter writer,
            DeliveryProperties properties,
            DeliveryMeters meters) {
        this.channels = channels;
        this.store = store;
        this.rooms = rooms;
        this.peers = peers;
        this.writer = writer;
        this.properties = properties;
        this.meters = meters;
    }

    /// The rooms of a new socket: none yet.
    public OpenRooms attach(Peer peer) {
        var open = new OpenRooms(peer, this);
        attached.put(peer.connection(), open);
        return open;
    }

    /// Sends `frame` to everybody who has `room` open and whom `to` accepts.
    public void toRoom(String room, Frame frame, Predicate<Peer> to) {
        var channel = channels.get(room);
        if (channel != null) {
            channel.toAll(frame, to);
        }
    }

    /// Sends `frame` to everybody `to` accepts in the rooms `which` accepts.
    public void toRooms(Predicate<RoomState> which, Frame frame, Predicate<Peer> to) {
        for (var channel : channels.all()) {
            if (rooms.known(channel.room()).filter(which).isPresent()) {
                channel.toAll(frame, to);
            }
        }
    }

    @Override
    public void entry(EntryFact fact, Frame frame) {
        var channel = channels.get(fact.room());
        if (channel != null) {
            var erases = "message.deleted".equals(frame.type()) ? fact.target() : null;
            channel.publish(new Entry(fact.epoch(), fact.seq(), frame, fact.at(), erases));
            readOwn(channel, fact);
            channels.weigh(channel);
        }
    }

    /// Whoever writes has read up to there; nobody is told apart from the message itself.
    private static void readOwn(RoomChannel channel, EntryFact fact) {
        if (fact.ordinal() != null && fact.author().isPerson()) {
            channel.mark(new ReadMarks.Mark(fact.author().id(), fact.seq(), fact.ordinal()));
        }
    }

    @Override
    public void read(ReadFact read) {
        var channel = channels.get(read.room());
        if (channel != null) {
            channel.mark(new ReadMarks.Mark(read.member(), read.seq(), read.ordinal()));
        }
        var frame = writer.write(new MessageRead(read.room(), read.member(), read.seq(), read.ordinal()));
        peers.of(read.member()).forEach(peer -> peer.send(frame));
        toRoom(read.room(), frame, peer -> !peer.caller().id().equals(read.member()));
    }

    /// Whoever lost the room is told on all its sockets; whoever has it open without being allowed to, too.
    @Override
    public void changed(@Nullable RoomState before, RoomState room) {
        if (before != null) {
            before.members().stream()
                    .flatMap(member -> peers.of(member.id()).stream())
                    .filter(peer -> !room.readableBy(peer.caller()))
                    .forEach(peer -> expel(peer, room.id()));
        }
        var channel = channels.get(room.id());
        if (channel != null) {
            channel.review(peer -> room.readableBy(peer.caller()));
        }
    }

    private void expel(Peer peer, String room) {
        peer.loop().execute(() -> {
            var open = attached.get(peer.connection());
            if (open != null) {
                open.expel(room);
            }
        });
    }

    void detach(OpenRooms open) {
        attached.remove(open.peer().connection());
    }

    Flow flow(OpenRooms owner, String room) {
        var channel = channels.join(room);
        var flow = new Flow(owner, channel, this);
        channel.add(flow);
        return flow;
    }

    void release(RoomChannel channel) {
        channels.leave(channel);
    }

    /// What is known of a room by now that was looked up just before.
    RoomState newest(RoomState found) {
        return rooms.known(found.id()).orElse(found);
    }

    void find(String room, Peer peer, Consumer<Optional<RoomState>> found, Consumer<Throwable> failed) {
        onLoop(peer, rooms.find(room).map(Optional::of).defaultIfEmpty(Optional.empty()), found, failed);
    }

    /// Answers an opening from memory, else from the store.
    void begin(Flow flow, OpenRoom asked, Consumer<Page> answered, Consumer<Throwable> failed) {
        var remembered = asked.epoch() == null || asked.after() == null
                ? Optional.<Page>empty()
                : flow.channel().resume(asked.epoch(), asked.after(), writer);
        if (remembered.isPresent()) {
            meters.fromMemory();
            answered.accept(remembered.get());
        } else {
            ask(flow.channel(), flow.peer(), asked.epoch(), asked.after(), answered, failed);
        }
    }

    void ask(
            RoomChannel channel,
            Peer peer,
            @Nullable Long epoch,
            @Nullable Long after,
            Consumer<Page> answered,
            Consumer<Throwable> failed) {
        onLoop(peer, channel.ask(epoch, after, () -> read(channel, epoch, after)), answered, failed);
    }

    private Mono<Page> read(RoomChannel channel, @Nullable Long epoch, @Nullable Long after) {
        return store.read(channel.room(), epoch, after).doOnNext(page -> {
            channel.learn(page);
            channels.weigh(channel);
        });
    }

    private static <T> void onLoop(Peer peer, Mono<T> source, Consumer<T> next, Consumer<Throwable> failed) {
        source.subscribe(value -> run(peer, () -> next.accept(value)), error -> run(peer, () -> failed.accept(error)));
    }

    private static void run(Peer peer, Runnable step) {
        if (peer.loop().inEventLoop()) {
            step.run();
        } else {
            peer.loop().execute(step);
        }
    }

    void opened(Page page) {
        meters.opened(page.resumed());
    }

    void delivered(Entry entry) {
        meters.delivered(entry);
    }

    FrameWriter writer() {
        return writer;
    }

    DeliveryProperties properties() {
        return properties;
    }
}

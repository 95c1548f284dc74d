package chat.parlor.gateway.news;

import chat.parlor.gateway.delivery.TimelineFact.EntryFact;
import chat.parlor.gateway.delivery.TimelineListener;
import chat.parlor.gateway.frame.Frame;
import chat.parlor.gateway.frame.FrameWriter;
import chat.parlor.gateway.frame.ServerFrame;
import chat.parlor.gateway.frame.ServerFrame.RoomChanged;
import chat.parlor.gateway.frame.ServerFrame.RoomCreated;
import chat.parlor.gateway.frame.ServerFrame.RoomLeft;
import chat.parlor.gateway.peer.Peer;
import chat.parlor.gateway.peer.Peers;
import chat.parlor.gateway.rooms.RoomListener;
import chat.parlor.gateway.rooms.RoomState;
import chat.parlor.gateway.rooms.Rooms;
import chat.parlor.gateway.tick.Ticks;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells lists of rooms what happened. Changes of a room are told at once, messages at most once in a while per room.
@Component
class RoomNews implements RoomListener, TimelineListener {

    private static final Logger LOG = LoggerFactory.getLogger(RoomNews.class);
    private static final String BACK_ROOM = "backroom";
    /// An entry this old of a room nothing is known of is rather a repetition than news.
    private static final Duration OLD = Duration.ofMinutes(1);

    private final Rooms rooms;
    private final Peers peers;
    private final FrameWriter writer;
    private final Clock clock;
    private final Cache<String, Activity> activities;
    /// The rooms that got messages since the last round.
    private final Set<String> active = ConcurrentHashMap.newKeySet();

    RoomNews(Rooms rooms, Peers peers, FrameWriter writer, Clock clock, Ticks ticks, NewsProperties properties) {
        this.rooms = rooms;
        this.peers = peers;
        this.writer = writer;
        this.clock = clock;
        this.activities =
                Caffeine.newBuilder().maximumSize(properties.remembered()).build();
        ticks.every(properties.pause(), this::round);
    }

    @Override
    public void created(RoomState room) {
        tell(room, RoomCreated::new);
    }

    @Override
    public void changed(@Nullable RoomState before, RoomState room) {
        if (room.gone()) {
            activities.invalidate(room.id());
        } else {
            tell(room, RoomChanged::new);
        }
        if (room.gone() || room.desk()) {
            tellLost(before, room);
        }
    }

    /// Whoever has the room open is told where it is opened; staff that could read it may have it in a list.
    private void tellLost(@Nullable RoomState before, RoomState room) {
        var lost = peers.staff()
                .filter(peer -> !room.readableBy(peer.caller()))
                .filter(peer -> before == null || before.readableBy(peer.caller()))
                .toList();
        if (!lost.isEmpty()) {
            var frame = writer.write(new RoomLeft(null, room.id()));
            lost.forEach(peer -> peer.send(frame));
        }
    }

    /// Written once for each audience: staff, guests, and of a direct room each member.
    private void tell(RoomState room, Function<RoomView, ServerFrame> frame) {
        if (BACK_ROOM.equals(room.kind())) {
            return;
        }
        var activity = activities.getIfPresent(room.id());
        var written = new HashMap<String, Frame>();
        readers(room).forEach(peer -> {
            var staff = peer.caller().has("agent");
            var member = "direct".equals(room.kind()) ? peer.caller().id() : "";
            peer.send(written.computeIfAbsent(
                    staff + member, same -> writer.write(frame.apply(RoomView.whole(room, activity, staff, member)))));
        });
    }

    private Stream<Peer> readers(RoomState room) {
        var members = room.members().stream().flatMap(member -> peers.of(member.id()).stream());
        var staff = room.desk() ? peers.staff().filter(peer -> room.readableBy(peer.caller())) : Stream.<Peer>empty();
        return Stream.concat(members, staff).distinct();
    }

    @Override
    public void entry(EntryFact entry, Frame frame) {
        var had = activities.getIfPresent(entry.room());
        if (had == null && entry.at().isBefore(clock.instant().minus(OLD))) {
            return;
        }
        var before = had == null ? Activity.begin(entry) : had;
        if (!before.precedes(entry)) {
            return;
        }
        var now = before.with(entry, frame.type());
        activities.put(entry.room(), now);
        if (now.last() != null && !now.last().equals(before.last())) {
            active.add(entry.room());
        }
    }

    private void round() {
        if (peers.all().isEmpty()) {
            active.clear();
            return;
        }
        List.copyOf(active).stream().filter(active::remove).forEach(this::tellLater);
    }

    private void tellLater(String room) {
        rooms.find(room)
                .filter(state -> !BACK_ROOM.equals(state.kind()))
                .subscribe(this::tellActive, failure -> LOG.debug("{} not told: {}", room, failure.toString()));
    }

    private void tellActive(RoomState room) {
        var activity = activities.getIfPresent(room.id());
        if (activity != null) {
            var frame = writer.write(new RoomChanged(RoomView.active(room.id(), activity)));
            readers(room).forEach(peer -> peer.send(frame));
        }
    }
}

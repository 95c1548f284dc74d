package chat.parlor.gateway.viewing;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Publisher;
import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;
import chat.parlor.gateway.delivery.Deliveries;
import chat.parlor.gateway.frame.FrameWriter;
import chat.parlor.gateway.frame.ServerFrame;
import chat.parlor.gateway.rooms.RoomState;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells colleagues who have a room open who else looks at it. Of a conversation with a guest that is its back room, so
/// that who may see it is membership.
@Component
public class Viewing {

    private static final Logger LOG = LoggerFactory.getLogger(Viewing.class);

    private final Publisher publisher;
    private final Deliveries deliveries;
    private final FrameWriter writer;
    /// What was signalled lately.
    private final Cache<Told, Boolean> lately;

    Viewing(Publisher publisher, Deliveries deliveries, FrameWriter writer, ViewingProperties properties, Ticker time) {
        this.publisher = publisher;
        this.deliveries = deliveries;
        this.writer = writer;
        this.lately = Caffeine.newBuilder()
                .maximumSize(properties.remembered())
                .expireAfterWrite(properties.pause())
                .ticker(time)
                .build();
    }

    private record Told(String room, String member, String doing) {}

    /// Whether `caller` may say that it looks at `room`: colleagues, where they take part and no guest is.
    public static boolean allowed(Caller caller, RoomState room) {
        return caller.is(CallerKind.ACCOUNT) && room.partOf(caller) && !room.desk();
    }

    /// `caller`, who may, looks at `room`, writes there or went away. The same too soon again is dropped.
    public void signal(Caller caller, String room, String doing) {
        if (lately.asMap().putIfAbsent(new Told(room, caller.id(), doing), true) != null) {
            return;
        }
        var signal = new ViewingSignal(room, caller.id(), caller.name(), doing);
        publisher
                .publish(Event.of(ViewingSignal.TOPIC, room, ViewingSignal.TYPE, signal))
                .subscribe(nothing -> {}, failure -> LOG.debug("viewing not published: {}", failure.toString()));
    }

    void heard(ViewingSignal signal) {
        var frame =
                writer.write(new ServerFrame.Viewing(signal.room(), signal.member(), signal.name(), signal.doing()));
        deliveries.toRoom(
                signal.room(),
                frame,
                peer -> peer.caller().is(CallerKind.ACCOUNT)
                        && !peer.caller().id().equals(signal.member()));
    }
}

package chat.parlor.gateway.typing;

import chat.parlor.chassis.event.Event;
import chat.parlor.chassis.event.Publisher;
import chat.parlor.chassis.identity.Caller;
import chat.parlor.gateway.delivery.Deliveries;
import chat.parlor.gateway.frame.FrameWriter;
import chat.parlor.gateway.frame.ServerFrame;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Tells the others who have a room open that a member writes.
@Component
public class Typing {

    private static final Logger LOG = LoggerFactory.getLogger(Typing.class);

    private final Publisher publisher;
    private final Deliveries deliveries;
    private final FrameWriter writer;
    /// Who signalled lately.
    private final Cache<Writer, Boolean> lately;

    Typing(Publisher publisher, Deliveries deliveries, FrameWriter writer, TypingProperties properties, Ticker time) {
        this.publisher = publisher;
        this.deliveries = deliveries;
        this.writer = writer;
        this.lately = Caffeine.newBuilder()
                .maximumSize(properties.remembered())
                .expireAfterWrite(properties.pause())
                .ticker(time)
                .build();
    }

    private record Writer(String room, String member) {}

    /// `caller`, who takes part in `room`, writes or stopped. Too soon after the last time nothing happens.
    public void signal(Caller caller, String room, boolean on) {
        if (lately.asMap().putIfAbsent(new Writer(room, caller.id()), true) != null) {
            return;
        }
        var signal = new TypingSignal(room, caller.id(), caller.name(), on);
        publisher
                .publish(Event.of(TypingSignal.TOPIC, room, TypingSignal.TYPE, signal))
                .subscribe(nothing -> {}, failure -> LOG.debug("typing not published: {}", failure.toString()));
    }

    void heard(TypingSignal signal) {
        var frame = writer.write(new ServerFrame.Typing(signal.room(), signal.member(), signal.name(), signal.on()));
        deliveries.toRoom(signal.room(), frame, peer -> !peer.caller().id().equals(signal.member()));
    }
}

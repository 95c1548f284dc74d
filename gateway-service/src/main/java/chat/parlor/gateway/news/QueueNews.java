package chat.parlor.gateway.news;

import chat.parlor.chassis.event.Subscription;
import chat.parlor.gateway.frame.FrameWriter;
import chat.parlor.gateway.frame.ServerFrame.QueueChanged;
import chat.parlor.gateway.frame.ServerFrame.RoomChanged;
import chat.parlor.gateway.news.QueueFact.Place;
import chat.parlor.gateway.peer.Peers;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Tells guests in line where they stand, and staff the numbers of the desk. All of it is news: who misses some of it
/// is set right by the next, and has asked when it connected.
@Configuration(proxyBeanMethods = false)
class QueueNews {

    private final Peers peers;
    private final FrameWriter writer;

    /// When what was told last was looked at; only the loop changes it.
    private Instant told = Instant.EPOCH;
    /// The places told last, by room; only the loop changes them.
    private Map<String, Place> places = Map.of();

    QueueNews(Peers peers, FrameWriter writer) {
        this.peers = peers;
        this.writer = writer;
    }

    /// What a `room.changed` says of a room in line.
    record Standing(String id, Turn queue) {
        /// The place, and how long it will take.
        record Turn(long position, @Nullable Long estimatedWaitMs) {}

        static Standing of(Place place) {
            return new Standing(place.room(), new Turn(place.position(), place.estimatedWaitMs()));
        }
    }

    @Bean
    Subscription<QueueFact> queueSubscription() {
        return Subscription.<QueueFact>to("queue.changed")
                .named("queue")
                .reading("queue.changed.v1", QueueFact.class)
                .everywhere()
                .handledBy(batch -> batch.forEach(changed -> heard(changed.body())));
    }

    /// Several nodes of room-service may look at once: what was looked at earlier is old.
    private void heard(QueueFact queue) {
        if (queue.at().isBefore(told)) {
            return;
        }
        queue.places().stream()
                .filter(place -> !place.equals(places.get(place.room())))
                .forEach(this::tellGuest);
        told = queue.at();
        places = queue.places().stream().collect(Collectors.toUnmodifiableMap(Place::room, Function.identity()));
        tellStaff(queue);
    }

    private void tellGuest(Place place) {
        var there = peers.of(place.guest());
        if (!there.isEmpty()) {
            var frame = writer.write(new RoomChanged(Standing.of(place)));
            there.forEach(peer -> peer.send(frame));
        }
    }

    private void tellStaff(QueueFact queue) {
        var frame = writer.write(new QueueChanged(
                queue.at(), queue.waiting(), queue.active(), queue.closedToday(), queue.averageWaitMs()));
        peers.staff().forEach(peer -> peer.send(frame));
    }
}

package chat.parlor.gateway.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The channels of this node. A channel lives while somebody has the room open or its tail may still be wanted; tails
/// share a budget, and the coldest are emptied first.
@Component
class Channels {

    private final Map<String, RoomChannel> byRoom = new ConcurrentHashMap<>();
    /// What each channel's tail weighs; who falls out loses its tail.
    private final Cache<RoomChannel, Integer> budget;
    private final DeliveryProperties properties;

    Channels(DeliveryProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.budget = Caffeine.newBuilder()
                .maximumWeight(properties.tailsBytes().toBytes())
                .<RoomChannel, Integer>weigher((channel, bytes) -> bytes)
                .expireAfterAccess(properties.tailsIdle())
                .evictionListener((channel, bytes, cause) -> cool(Objects.requireNonNull(channel)))
                .build();
        meters.gauge("parlor.rooms.open", byRoom, Map::size);
    }

    @Nullable
    RoomChannel get(String room) {
        return byRoom.get(room);
    }

    Collection<RoomChannel> all() {
        return byRoom.values();
    }

    /// The channel of `room`, kept until [#leave].
    RoomChannel join(String room) {
        return Objects.requireNonNull(byRoom.compute(room, (id, had) -> {
            var channel = had == null ? fresh(id) : had;
            channel.expectFlow();
            return channel;
        }));
    }

    private RoomChannel fresh(String room) {
        return new RoomChannel(room, new Tail(properties.tailEntries(), (int)
                properties.tailBytes().toBytes()));
    }

    /// Notes that a flow has gone.
    void leave(RoomChannel channel) {
        weigh(channel);
        drop(channel);
    }

    /// Notes that the channel's tail has changed.
    void weigh(RoomChannel channel) {
        var bytes = channel.bytes();
        if (bytes > 0) {
            budget.put(channel, bytes);
        }
    }

    private void cool(RoomChannel channel) {
        channel.emptyTail();
        drop(channel);
    }

    @SuppressWarnings("NullAway") // null takes the channel off the map
    private void drop(RoomChannel channel) {
        byRoom.computeIfPresent(channel.room(), (room, had) -> had == channel && had.idle() ? null : had);
    }
}

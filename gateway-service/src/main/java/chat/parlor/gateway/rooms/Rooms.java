package chat.parlor.gateway.rooms;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import reactor.core.publisher.Mono;

/// The rooms this node knows, by their newest version.
@Component
public class Rooms {

    private static final int MOST_KNOWN = 20_000;

    private final Cache<String, RoomState> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();
    private final RoomLookup lookup;
    /// Found when first needed: some of them look for rooms themselves.
    private final SingletonSupplier<List<RoomListener>> listeners;

    Rooms(RoomLookup lookup, ObjectProvider<RoomListener> listeners) {
        this.lookup = lookup;
        this.listeners = SingletonSupplier.of(() -> listeners.orderedStream().toList());
    }

    /// The room, asked of room-service when it is not known here.
    ///
    /// @return empty when there is no such room; fails when room-service does not answer
    public Mono<RoomState> find(String room) {
        return Mono.defer(() -> Mono.justOrEmpty(known(room))
                .switchIfEmpty(Mono.defer(() -> lookup.find(room)).map(this::newest)));
    }

    /// The room when it is known here.
    public Optional<RoomState> known(String room) {
        return Optional.ofNullable(known.getIfPresent(room));
    }

    /// A room came to be, says room-service.
    void created(RoomState room) {
        newest(room);
        hearers().forEach(hearer -> hearer.created(room));
    }

    /// A room is now like this, says room-service. What is older than what is known is passed over; what a lookup
    /// brought first is still told.
    void changed(RoomState room) {
        var before = known.getIfPresent(room.id());
        if (before == null || before.version() <= room.version()) {
            newest(room);
            hearers().forEach(hearer -> hearer.changed(older(before, room), room));
        }
    }

    private static @Nullable RoomState older(@Nullable RoomState before, RoomState room) {
        return before != null && before.version() < room.version() ? before : null;
    }

    private RoomState newest(RoomState heard) {
        return known.asMap().merge(heard.id(), heard, (had, now) -> now.version() >= had.version() ? now : had);
    }

    private List<RoomListener> hearers() {
        return listeners.obtain();
    }
}

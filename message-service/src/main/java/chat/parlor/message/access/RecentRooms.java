package chat.parlor.message.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// The rooms this instance dealt with last, in memory. Every instance hears of every change and keeps the newest
/// version, also of rooms it does not need yet: a copy read from the store meanwhile cannot take its place.
@Component
class RecentRooms {

    private static final int MOST = 20_000;
    /// Bounds how long a change that was missed, by an instance that had only just begun to listen, can matter.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Cache<String, Room> byId =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LONGEST).build();

    /// The copies of `rooms`, by id, if all are here.
    Optional<Map<String, Room>> recall(Set<String> rooms) {
        var found = byId.getAllPresent(rooms);
        return found.size() == rooms.size() ? Optional.of(found) : Optional.empty();
    }

    void remember(Collection<Room> rooms) {
        rooms.forEach(room -> byId.asMap().merge(room.id(), room, Room::newer));
    }
}

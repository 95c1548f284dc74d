package chat.parlor.message.ledger;

import chat.parlor.message.timeline.Entry;
import chat.parlor.message.timeline.Known;
import chat.parlor.message.timeline.Recorded;
import chat.parlor.message.timeline.RoomTimeline;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What this instance stored last, so that the next batch for the same rooms needs no query.
///
/// It may be outdated as soon as another instance writes to one of the rooms. That does no harm: what is decided on it
/// then takes a seq that is taken, the keys of `entries` refuse it, and the timeline is read again.
@Component
class RecentTimelines {

    /// Enough for a lively room's replies, reactions and read marks; older entries are read from the store.
    private static final int ENTRIES_EACH = 48;
    private static final long MOST_CHARACTERS = 16_000_000;
    /// What an entry weighs beyond its text, roughly.
    private static final int CHARACTERS_PER_ENTRY = 200;

    private final Cache<String, Known> byRoom = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .<String, Known>weigher((room, known) -> weight(known))
            .build();

    /// What `sought` asks for, by room, if it is all here. Commands that are not found here may still be stored.
    Optional<Map<String, Known>> recall(Sought sought) {
        var found = new HashMap<>(byRoom.getAllPresent(sought.rooms()));
        var complete = found.keySet().containsAll(sought.rooms())
                && sought.places().stream().allMatch(place -> covers(found, place));
        return complete ? Optional.of(found) : Optional.empty();
    }

    private static boolean covers(Map<String, Known> found, Sought.Place place) {
        var known = found.get(place.room());
        return known != null && known.covers(place.seq());
    }

    /// Keeps timelines whose growth is stored.
    void remember(Collection<RoomTimeline> timelines) {
        timelines.forEach(timeline -> byRoom.put(timeline.room(), timeline.known(ENTRIES_EACH)));
    }

    void forget(Collection<RoomTimeline> timelines) {
        timelines.forEach(timeline -> byRoom.invalidate(timeline.room()));
    }

    void forget(String room) {
        byRoom.invalidate(room);
    }

    void forgetAll() {
        byRoom.invalidateAll();
    }

    private static int weight(Known known) {
        return CHARACTERS_PER_ENTRY
                + known.entries().stream().mapToInt(RecentTimelines::weight).sum();
    }

    private static int weight(Recorded recorded) {
        return CHARACTERS_PER_ENTRY
                + switch (recorded.entry()) {
                    case Entry.Message message ->
                        message.text().length()
                                + CHARACTERS_PER_ENTRY * message.attachments().size();
                    case Entry.Edit edit -> edit.text().length();
                    case Entry.Deletion deletion -> 0;
                    case Entry.ReactionChange change -> 0;
                    case Entry.Notice notice -> 0;
                };
    }
}

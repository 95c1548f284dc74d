package chat.parlor.message.ledger;

import chat.parlor.message.timeline.Known;
import chat.parlor.message.timeline.RoomTimeline;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The stored timelines.
@Component
public class Ledger {

    private final KnownTimelines known;
    private final Additions additions;
    private final Pages pages;

    Ledger(KnownTimelines known, Additions additions, Pages pages) {
        this.known = known;
        this.additions = additions;
        this.pages = pages;
    }

    /// What is stored of the rooms in `sought`, by room; rooms without entries are missing.
    public Mono<Map<String, Known>> find(Sought sought) {
        return known.find(sought);
    }

    /// Stores what was added to `timelines`, within the current transaction.
    ///
    /// Fails with `DataIntegrityViolationException` and changes nothing when somebody else has added to one of them
    /// since it was read: then read again and repeat.
    public Mono<Void> append(Collection<RoomTimeline> timelines) {
        return additions.append(timelines);
    }

    /// The entries of `room` in `range`, folded, in order of seq, as of one moment.
    public Mono<Page> page(String room, Range range) {
        return pages.read(room, range);
    }
}

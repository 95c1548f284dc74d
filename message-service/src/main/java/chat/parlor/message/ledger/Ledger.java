package chat.parlor.message.ledger;

import chat.parlor.message.timeline.Known;
import chat.parlor.message.timeline.RoomTimeline;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The stored timelines.
@Component
public class Ledger {

    private final KnownTimelines known;
    private final Additions additions;
    private final Pages pages;
    private final RecentTimelines recent;
    private final FoldRebuild folds;

    Ledger(KnownTimelines known, RecentTimelines recent, Additions additions, Pages pages, FoldRebuild folds) {
        this.known = known;
        this.recent = recent;
        this.additions = additions;
        this.pages = pages;
        this.folds = folds;
    }

    /// What is stored of the rooms in `sought`, by room; rooms without entries are missing.
    public Mono<Map<String, Known>> find(Sought sought) {
        return known.find(sought);
    }

    /// What this instance remembers of the rooms in `sought`, by room, if it remembers all that is asked for. Another
    /// instance may have added to them since, and a command that is not among the entries may still be stored.
    public Optional<Map<String, Known>> recall(Sought sought) {
        return recent.recall(sought);
    }

    /// Stores what was added to `timelines`, all or nothing.
    ///
    /// Fails with `DataIntegrityViolationException` and changes nothing when a command among them is stored by now,
    /// or when somebody else has added to one of them since it was read: then find again and repeat.
    public Mono<Void> append(Collection<RoomTimeline> timelines) {
        return additions
                .append(timelines)
                .doOnSuccess(stored -> recent.remember(timelines))
                .doOnError(failure -> recent.forget(timelines));
    }

    /// Makes anew from the log what became of messages, in all timelines.
    public Mono<Rebuilt> rebuildFolds() {
        return folds.rebuild().doFinally(end -> recent.forgetAll());
    }

    /// The entries of `room` in `range`, folded, in order of seq, as of one moment.
    public Mono<Page> page(String room, Range range) {
        return pages.read(room, range);
    }
}

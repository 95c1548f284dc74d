package chat.parlor.message.ledger;

import chat.parlor.message.timeline.Entry;
import chat.parlor.message.timeline.Known;
import chat.parlor.message.timeline.RoomTimeline;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// The stored timelines.
@Component
public class Ledger {

    private final KnownTimelines known;
    private final Additions additions;
    private final Pages pages;
    private final RecentTimelines recent;
    private final FoldRebuild folds;
    private final WholeTimelines whole;

    Ledger(
            KnownTimelines known,
            RecentTimelines recent,
            Additions additions,
            Pages pages,
            FoldRebuild folds,
            WholeTimelines whole) {
        this.known = known;
        this.recent = recent;
        this.additions = additions;
        this.pages = pages;
        this.folds = folds;
        this.whole = whole;
    }

    /// What is done with a timeline as a whole.
    @Component
    record WholeTimelines(Originals originals, Erasing erasing) {}

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

    /// The entries of `room` as they were stored, in order of seq, also what was edited or deleted since.
    public Flux<Entry> originals(String room) {
        return whole.originals().of(room);
    }

    /// Erases the timeline of `room` and leaves an empty one that nobody can add to. Repeating it goes on where it
    /// ended.
    public Mono<Void> erase(String room) {
        return whole.erasing().erase(room).doFinally(end -> recent.forget(room));
    }
}

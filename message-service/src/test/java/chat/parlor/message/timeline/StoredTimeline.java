package chat.parlor.message.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One timeline as the database would hold it, written in batches.
final class StoredTimeline {

    private final int batch;
    private final List<Recorded> log = new ArrayList<>();
    private final Map<Long, Fold> folds = new HashMap<>();
    private Head head = Head.START;

    /// @param batch how many commands are decided on at a time
    StoredTimeline(int batch) {
        this.batch = batch;
    }

    /// Applies commands in batches, each from what is stored; returns what is announced fresh.
    List<Entry> store(List<? extends Command> commands) {
        var announced = new ArrayList<Entry>();
        for (var from = 0; from < commands.size(); from += batch) {
            var known = new Known(head, log, folds);
            var timeline = new RoomTimeline(Sample.ROOM, known, Sample.confirmed(Sample.group()), Sample.LIMITS);
            for (var command : commands.subList(from, Math.min(from + batch, commands.size()))) {
                if (timeline.apply(command) instanceof Reply.Entered entered && entered.fresh()) {
                    announced.add(entered.entry());
                }
            }
            log.addAll(timeline.added());
            folds.putAll(timeline.changedFolds());
            head = timeline.head();
        }
        return announced;
    }

    Head head() {
        return head;
    }

    List<Recorded> log() {
        return List.copyOf(log);
    }

    /// Every entry after a place, as it is read now.
    List<Entry> page(long after) {
        return log.stream()
                .map(Recorded::entry)
                .filter(entry -> entry.seq() > after)
                .map(entry -> entry.folded(folds.getOrDefault(entry.subject(), Fold.NONE)))
                .toList();
    }
}

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
    /// Uploads that wait for their message.
    private final Map<String, Uploads.Upload> waiting = new HashMap<>();

    /// @param batch how many commands are decided on at a time
    StoredTimeline(int batch) {
        this.batch = batch;
    }

    /// A file of `uploader` waits from now on.
    void upload(String uploader, String file) {
        waiting.put(file, Sample.upload(uploader, file));
    }

    /// Applies commands in batches, each from what is stored; returns what is announced fresh.
    List<Entry> store(List<? extends Command> commands) {
        var announced = new ArrayList<Entry>();
        for (var from = 0; from < commands.size(); from += batch) {
            var known = new Known(head, log, folds);
            var access = Sample.confirmed(Sample.group());
            var timeline = new RoomTimeline(Sample.ROOM, known, access, Sample.LIMITS, new Uploads(waiting));
            for (var command : commands.subList(from, Math.min(from + batch, commands.size()))) {
                if (timeline.apply(command) instanceof Reply.Entered entered && entered.fresh()) {
                    announced.add(entered.entry());
                }
            }
            log.addAll(timeline.added());
            folds.putAll(timeline.changedFolds());
            Sample.attachments(timeline.added()).forEach(waiting::remove);
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

package chat.parlor.message.timeline;

import chat.parlor.message.timeline.Command.Entering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What a timeline knows and what is added to it while commands are applied.
final class Growth {

    private final String room;
    /// Grows with every entry.
    private Head head;
    /// Every entry known, by author and id: as it was at first. Grows with every entry.
    private final Map<CommandKey, Recorded> byCommand = new HashMap<>();
    /// Every entry known, by seq. Grows with every entry.
    private final Map<Long, Recorded> bySeq = new HashMap<>();
    /// What became of messages; changes with every entry that names one.
    private final Map<Long, Fold> folds;
    /// Those of them that changed since the start.
    private final Map<Long, Fold> changedFolds = new LinkedHashMap<>();
    /// The entries since the start.
    private final List<Recorded> added = new ArrayList<>();

    private record CommandKey(String author, String id) {}

    Growth(String room, Known known) {
        this.room = room;
        this.head = known.head();
        this.folds = new HashMap<>(known.folds());
        known.entries().forEach(this::remember);
    }

    Head head() {
        return head;
    }

    List<Recorded> added() {
        return List.copyOf(added);
    }

    Map<Long, Fold> changedFolds() {
        return Map.copyOf(changedFolds);
    }

    /// The head, the `most` newest of the entries known, and what became of the messages they are or change.
    Known known(int most) {
        var newest = bySeq.values().stream()
                .sorted(Comparator.comparingLong(
                                (Recorded recorded) -> recorded.entry().seq())
                        .reversed())
                .limit(most)
                .toList();
        var subjects =
                newest.stream().map(recorded -> recorded.entry().subject()).collect(Collectors.toSet());
        var theirs = new HashMap<>(folds);
        theirs.keySet().retainAll(subjects);
        return new Known(head, newest, theirs);
    }

    /// The entry that is already there under the command's author and id.
    Optional<Recorded> madeBy(Entering command) {
        return Optional.ofNullable(byCommand.get(new CommandKey(command.author().id(), command.id())));
    }

    /// How many messages there are up to and including `seq`, which is not beyond the head.
    long ordinal(long seq) {
        var recorded = bySeq.get(seq);
        return recorded == null ? head.messages() : recorded.ordinal();
    }

    /// A message of this room that is still there.
    Optional<Entry.Message> message(long seq) {
        return Optional.ofNullable(bySeq.get(seq))
                .map(Recorded::entry)
                .filter(entry -> !fold(seq).isDeleted())
                .flatMap(entry -> entry instanceof Entry.Message message ? Optional.of(message) : Optional.empty());
    }

    Fold fold(long seq) {
        return folds.getOrDefault(seq, Fold.NONE);
    }

    /// The entry as it is to be read now.
    Entry folded(Entry entry) {
        return entry.folded(fold(entry.subject()));
    }

    /// Adds a message; `entry` is given its stamp.
    Reply addMessage(Entering command, Function<Stamp, Entry> entry) {
        head = head.afterMessage();
        return add(command, entry);
    }

    /// Adds an entry about a message.
    Reply addChange(Entering command, Function<Stamp, Entry> entry) {
        head = head.afterChange();
        var entered = add(command, entry);
        var fold = fold(entered.entry().subject()).after(entered.entry());
        folds.put(entered.entry().subject(), fold);
        changedFolds.put(entered.entry().subject(), fold);
        return entered;
    }

    /// Adds a notice, from which on the fence is at least `fence`.
    Reply addNotice(Entering command, long fence, Function<Stamp, Entry> entry) {
        head = head.afterChange().fencedBy(fence);
        return add(command, entry);
    }

    private Reply.Entered add(Entering command, Function<Stamp, Entry> made) {
        var stamp = new Stamp(room, head.epoch(), head.seq(), command.id(), command.author(), command.at());
        var recorded = new Recorded(made.apply(stamp), head.messages());
        remember(recorded);
        added.add(recorded);
        return new Reply.Entered(recorded.entry(), recorded.ordinal(), true);
    }

    private void remember(Recorded recorded) {
        var stamp = recorded.entry().stamp();
        byCommand.put(new CommandKey(stamp.author().id(), stamp.id()), recorded);
        bySeq.put(stamp.seq(), recorded);
    }
}

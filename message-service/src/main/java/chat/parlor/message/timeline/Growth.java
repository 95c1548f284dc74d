package chat.parlor.message.timeline;

import chat.parlor.message.timeline.Command.Entering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a timeline knows and what is added to it while commands are applied.
final class Growth {

    private final String room;
    /// Grows with every entry.
    private Head head;
    /// The entries known at the start, newest first, as they were at first. They are few, so looking through them costs
    /// less than an index that would be made for each batch.
    private final List<Recorded> before;
    /// What became of messages; changes with every entry that names one.
    private final Map<Long, Fold> folds;
    /// Those of them that changed since the start.
    private final Map<Long, Fold> changedFolds = new LinkedHashMap<>();
    /// The entries since the start.
    private final List<Recorded> added = new ArrayList<>();

    Growth(String room, Known known) {
        this.room = room;
        this.head = known.head();
        this.before = known.entries();
        this.folds = new HashMap<>(known.folds());
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
        var newest = newestFirst().limit(most).toList();
        var subjects =
                newest.stream().map(recorded -> recorded.entry().subject()).collect(Collectors.toSet());
        var theirs = new HashMap<>(folds);
        theirs.keySet().retainAll(subjects);
        return new Known(head, newest, theirs);
    }

    /// The entry that is already there under the command's author and id.
    Optional<Recorded> madeBy(Entering command) {
        return newestFirst()
                .filter(recorded -> isBy(command, recorded.entry().stamp()))
                .findFirst();
    }

    /// How many messages there are up to and including `seq`, which is not beyond the head.
    long ordinal(long seq) {
        return at(seq).map(Recorded::ordinal).orElseGet(head::messages);
    }

    /// A message of this room that is still there.
    Optional<Entry.Message> message(long seq) {
        return at(seq).map(Recorded::entry)
                .filter(entry -> !fold(seq).isDeleted())
                .flatMap(entry -> entry instanceof Entry.Message message ? Optional.of(message) : Optional.empty());
    }

    /// Whether a message since the start already has this file.
    boolean uses(String file) {
        return added.stream()
                .map(Recorded::entry)
                .filter(Entry.Message.class::isInstance)
                .flatMap(entry -> ((Entry.Message) entry).attachments().stream())
                .anyMatch(attachment -> attachment.id().equals(file));
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
        added.add(recorded);
        return new Reply.Entered(recorded.entry(), recorded.ordinal(), true);
    }

    private Optional<Recorded> at(long seq) {
        return newestFirst().filter(recorded -> recorded.entry().seq() == seq).findFirst();
    }

    private Stream<Recorded> newestFirst() {
        return Stream.concat(added.reversed().stream(), before.stream());
    }

    private static boolean isBy(Entering command, Stamp stamp) {
        return stamp.id().equals(command.id())
                && stamp.author().id().equals(command.author().id());
    }
}

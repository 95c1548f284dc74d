package chat.parlor.message.timeline;

import chat.parlor.message.access.Checks;
import chat.parlor.message.access.Denial;
import chat.parlor.message.timeline.Command.Entering;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The timeline of one room while the commands of a batch are applied to it, one after the other. Starts from what is
/// stored; afterwards [#head()], [#added()] and [#changedFolds()] are what has to be stored.
///
/// Pure and single-threaded. Applying the same commands to the same start gives the same result.
public final class RoomTimeline {

    private final String room;
    private final Access access;
    private final TimelineLimits limits;
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
    private final List<Recorded> added = new ArrayList<>();

    private record CommandKey(String author, String id) {}

    /// The timeline of `room` as it is stored.
    public RoomTimeline(String room, Known known, Access access, TimelineLimits limits) {
        this.room = room;
        this.access = access;
        this.limits = limits;
        this.head = known.head();
        this.folds = new HashMap<>(known.folds());
        known.entries().forEach(this::remember);
    }

    /// Applies a command to the timeline as it is after the ones before.
    public Reply apply(Command command) {
        return switch (command) {
            case Command.Read read -> read(read);
            case Entering entering -> enter(entering);
        };
    }

    /// Whose timeline this is.
    public String room() {
        return room;
    }

    /// How far the timeline is now.
    public Head head() {
        return head;
    }

    /// The entries since the start, in order of seq.
    public List<Recorded> added() {
        return List.copyOf(added);
    }

    /// What became of messages since the start, by their seq.
    public Map<Long, Fold> changedFolds() {
        return Map.copyOf(changedFolds);
    }

    private Reply read(Command.Read read) {
        if (!access.mayRead(read.member())) {
            return access.confirmed() ? new Reply.Ignored() : new Reply.Doubtful();
        }
        var seq = Math.min(read.seq(), head.seq());
        var at = seq < 1 ? null : bySeq.get(seq);
        if (at != null) {
            return new Reply.Marked(seq, at.ordinal());
        }
        return seq < 1 ? new Reply.Ignored() : new Reply.Marked(seq, head.messages());
    }

    private Reply enter(Entering command) {
        if (!Checks.isId(command.id())) {
            return new Reply.Refused(Refusal.BAD_ID);
        }
        var before = byCommand.get(new CommandKey(command.author().id(), command.id()));
        if (before != null) {
            return repeated(command, before);
        }
        if (!(command instanceof Command.Post) && access.isBehind(head)) {
            return new Reply.Doubtful();
        }
        return switch (command) {
            case Command.Send send -> send(send);
            case Command.Edit edit -> edit(edit);
            case Command.Delete delete -> delete(delete);
            case Command.Toggle toggle -> toggle(toggle);
            case Command.Post post -> post(post);
        };
    }

    private Reply repeated(Entering command, Recorded before) {
        if (!Sameness.asks(command, before.entry())) {
            return new Reply.Refused(Refusal.ID_REUSED);
        }
        var now = before.entry().folded(fold(before.entry().subject()));
        return new Reply.Entered(now, before.ordinal(), false);
    }

    private Reply send(Command.Send send) {
        var present = Math.max(head.fence(), access.fence());
        var denied = access.ask(rights -> rights.send(send.author(), send.fence(), present));
        if (denied.isPresent()) {
            return denied(denied.get());
        }
        var refused = TextRules.refusal(send.text(), limits.textCharacters()).or(() -> references(send));
        if (refused.isPresent()) {
            return new Reply.Refused(refused.get());
        }
        head = head.afterMessage();
        return add(new Entry.Message(stamp(send), send.text(), send.replyTo(), head.messages()));
    }

    private Optional<Refusal> references(Command.Send send) {
        if (!Objects.requireNonNullElse(send.attachments(), List.of()).isEmpty()) {
            return Optional.of(Refusal.UNKNOWN_ATTACHMENT);
        }
        return send.replyTo() == null || message(send.replyTo()).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.UNKNOWN_MESSAGE);
    }

    private Reply edit(Command.Edit edit) {
        var target = message(edit.seq());
        var own = target.map(message -> isBy(message, edit)).orElse(true);
        var denied = access.ask(rights -> rights.edit(edit.author(), own));
        if (denied.isPresent()) {
            return denied(denied.get());
        }
        var refused = target.isEmpty() ? Optional.of(Refusal.UNKNOWN_MESSAGE) : refusal(edit, target.get());
        if (refused.isPresent()) {
            return new Reply.Refused(refused.get());
        }
        change(edit.seq(), fold(edit.seq()).edited(edit.text(), edit.at()));
        head = head.afterChange();
        return add(new Entry.Edit(stamp(edit), edit.seq(), edit.text()));
    }

    private Optional<Refusal> refusal(Command.Edit edit, Entry.Message target) {
        var last = target.stamp().at().plus(limits.editWindow());
        return edit.at().isAfter(last)
                ? Optional.of(Refusal.tooLateToEdit(limits.editWindow()))
                : TextRules.refusal(edit.text(), limits.textCharacters());
    }

    private Reply delete(Command.Delete delete) {
        var target = message(delete.seq());
        var own = target.map(message -> isBy(message, delete)).orElse(true);
        var supervisor = access.isSupervisor(delete.author());
        var denied = access.ask(rights -> rights.delete(delete.author(), own, supervisor));
        if (denied.isPresent()) {
            return denied(denied.get());
        }
        if (target.isEmpty()) {
            return new Reply.Refused(Refusal.UNKNOWN_MESSAGE);
        }
        change(delete.seq(), fold(delete.seq()).deleted(delete.at()));
        head = head.afterChange();
        return add(new Entry.Deletion(stamp(delete), delete.seq()));
    }

    private Reply toggle(Command.Toggle toggle) {
        var denied = access.ask(rights -> rights.react(toggle.author()));
        if (denied.isPresent()) {
            return denied(denied.get());
        }
        if (!TextRules.isEmoji(toggle.emoji())) {
            return new Reply.Refused(Refusal.BAD_EMOJI);
        }
        if (message(toggle.seq()).isEmpty()) {
            return new Reply.Refused(Refusal.UNKNOWN_MESSAGE);
        }
        var author = toggle.author().id();
        var now = Reaction.toggled(fold(toggle.seq()).reactions(), toggle.emoji(), author);
        if (now.size() > limits.reactionsPerMessage()) {
            return new Reply.Refused(Refusal.tooManyReactions(limits.reactionsPerMessage()));
        }
        change(toggle.seq(), fold(toggle.seq()).reacted(now));
        head = head.afterChange();
        var on = Reaction.contains(now, toggle.emoji(), author);
        return add(new Entry.ReactionChange(stamp(toggle), toggle.seq(), toggle.emoji(), on, now));
    }

    private Reply post(Command.Post post) {
        head = head.afterChange().fencedBy(Objects.requireNonNullElse(post.fence(), 0L));
        return add(new Entry.Notice(stamp(post), post.notice(), post.member(), post.status()));
    }

    private Reply denied(Denial denial) {
        return access.confirmed() ? new Reply.Refused(Refusal.of(denial)) : new Reply.Doubtful();
    }

    private static boolean isBy(Entry.Message message, Entering command) {
        return message.stamp().author().id().equals(command.author().id());
    }

    /// A message of this room that is still there.
    private Optional<Entry.Message> message(long seq) {
        return Optional.ofNullable(bySeq.get(seq))
                .map(Recorded::entry)
                .filter(entry -> !fold(seq).isDeleted())
                .flatMap(entry -> entry instanceof Entry.Message message ? Optional.of(message) : Optional.empty());
    }

    private Fold fold(long seq) {
        return folds.getOrDefault(seq, Fold.NONE);
    }

    private void change(long seq, Fold fold) {
        folds.put(seq, fold);
        changedFolds.put(seq, fold);
    }

    private Stamp stamp(Entering command) {
        return new Stamp(room, head.epoch(), head.seq(), command.id(), command.author(), command.at());
    }

    private Reply add(Entry entry) {
        var recorded = new Recorded(entry, head.messages());
        remember(recorded);
        added.add(recorded);
        return new Reply.Entered(entry, head.messages(), true);
    }

    private void remember(Recorded recorded) {
        var stamp = recorded.entry().stamp();
        byCommand.put(new CommandKey(stamp.author().id(), stamp.id()), recorded);
        bySeq.put(stamp.seq(), recorded);
    }
}

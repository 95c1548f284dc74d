package chat.parlor.message.timeline;

import chat.parlor.message.access.Checks;
import chat.parlor.message.access.Denial;
import chat.parlor.message.access.Rights;
import chat.parlor.message.timeline.Command.Entering;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The timeline of one room while the commands of a batch are applied to it, one after the other. Starts from what is
/// stored; afterwards [#head()], [#added()] and [#changedFolds()] are what has to be stored.
///
/// Pure and single-threaded. Applying the same commands to the same start gives the same result.
public final class RoomTimeline {

    private final String room;
    private final Access access;
    private final TimelineLimits limits;
    private final Uploads uploads;
    private final Growth growth;

    /// The timeline of `room` as it is stored.
    public RoomTimeline(String room, Known known, Access access, TimelineLimits limits, Uploads uploads) {
        this.room = room;
        this.access = access;
        this.limits = limits;
        this.uploads = uploads;
        this.growth = new Growth(room, known);
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
        return growth.head();
    }

    /// The entries since the start, in order of seq.
    public List<Recorded> added() {
        return growth.added();
    }

    /// What became of messages since the start, by their seq.
    public Map<Long, Fold> changedFolds() {
        return growth.changedFolds();
    }

    /// What will be known of this timeline once it is stored: the head, the `most` newest entries among those it has
    /// seen, and what became of them.
    public Known known(int most) {
        return growth.known(most);
    }

    private Reply read(Command.Read read) {
        if (!access.mayRead(read.member())) {
            return access.confirmed() ? new Reply.Ignored() : new Reply.Doubtful();
        }
        var seq = Math.min(read.seq(), head().seq());
        return seq < 1 ? new Reply.Ignored() : new Reply.Marked(seq, growth.ordinal(seq));
    }

    private Reply enter(Entering command) {
        if (!Checks.isId(command.id())) {
            return new Reply.Refused(Refusal.BAD_ID);
        }
        return growth.madeBy(command).map(before -> repeated(command, before)).orElseGet(() -> first(command));
    }

    private Reply repeated(Entering command, Recorded before) {
        return Sameness.asks(command, before.entry())
                ? new Reply.Entered(growth.folded(before.entry()), before.ordinal(), false)
                : new Reply.Refused(Refusal.ID_REUSED);
    }

    private Reply first(Entering command) {
        if (access.isGone()) {
            return new Reply.Refused(Refusal.of(Denial.NOT_A_MEMBER));
        }
        if (!(command instanceof Command.Post) && access.isBehind(head())) {
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

    private Reply send(Command.Send send) {
        var present = Math.max(head().fence(), access.fence());
        return allowed(
                rights -> rights.send(send.author(), send.fence(), present).or(() -> rights.mention(send.mentioned())),
                () -> sendAllowed(send));
    }

    private Reply sendAllowed(Command.Send send) {
        var refused = textRefusal(send).or(() -> replyRefusal(send));
        if (refused.isPresent()) {
            return new Reply.Refused(refused.get());
        }
        return uploads.of(send)
                .filter(files -> files.stream().noneMatch(file -> growth.uses(file.id())))
                .map(files -> add(send, files))
                .orElseGet(() -> new Reply.Refused(Refusal.UNKNOWN_ATTACHMENT));
    }

    private Reply add(Command.Send send, List<Attachment> files) {
        var ordinal = head().messages() + 1;
        return growth.addMessage(
                send, stamp -> new Entry.Message(stamp, send.text(), send.replyTo(), files, send.mentioned(), ordinal));
    }

    /// A file speaks for itself: beside one there need be no text.
    private Optional<Refusal> textRefusal(Command.Send send) {
        return send.text().isEmpty() && !send.files().isEmpty()
                ? Optional.empty()
                : TextRules.refusal(send.text(), limits.textCharacters());
    }

    private Optional<Refusal> replyRefusal(Command.Send send) {
        return send.replyTo() == null || growth.message(send.replyTo()).isPresent()
                ? Optional.empty()
                : Optional.of(Refusal.UNKNOWN_MESSAGE);
    }

    private Reply edit(Command.Edit edit) {
        var own = isOwn(edit, edit.seq());
        return allowed(
                rights -> rights.edit(edit.author(), own), () -> onMessage(edit.seq(), message -> edit(edit, message)));
    }

    private Reply edit(Command.Edit edit, Entry.Message message) {
        var last = message.stamp().at().plus(limits.editWindow());
        if (edit.at().isAfter(last)) {
            return new Reply.Refused(Refusal.tooLateToEdit(limits.editWindow()));
        }
        var refused = TextRules.refusal(edit.text(), limits.textCharacters());
        if (refused.isPresent()) {
            return new Reply.Refused(refused.get());
        }
        return growth.addChange(edit, stamp -> new Entry.Edit(stamp, edit.seq(), edit.text()));
    }

    private Reply delete(Command.Delete delete) {
        var own = isOwn(delete, delete.seq());
        return allowed(
                rights -> rights.delete(delete.author(), own),
                () -> onMessage(delete.seq(), message -> deleteAllowed(delete)));
    }

    private Reply deleteAllowed(Command.Delete delete) {
        return growth.addChange(delete, stamp -> new Entry.Deletion(stamp, delete.seq()));
    }

    private Reply toggle(Command.Toggle toggle) {
        return allowed(
                rights -> rights.react(toggle.author()),
                () -> TextRules.isEmoji(toggle.emoji())
                        ? onMessage(toggle.seq(), message -> toggleAllowed(toggle))
                        : new Reply.Refused(Refusal.BAD_EMOJI));
    }

    private Reply toggleAllowed(Command.Toggle toggle) {
        var author = toggle.author().id();
        var before = growth.fold(toggle.seq());
        var now = Reaction.toggled(before.reactions(), toggle.emoji(), author);
        if (now.size() > limits.reactionsPerMessage()) {
            return new Reply.Refused(Refusal.tooManyReactions(limits.reactionsPerMessage()));
        }
        var on = Reaction.contains(now, toggle.emoji(), author);
        return growth.addChange(
                toggle, stamp -> new Entry.ReactionChange(stamp, toggle.seq(), toggle.emoji(), on, now));
    }

    private Reply post(Command.Post post) {
        var fence = Objects.requireNonNullElse(post.fence(), 0L);
        return growth.addNotice(
                post, fence, stamp -> new Entry.Notice(stamp, post.notice(), post.member(), post.status()));
    }

    /// A denial is final only when nothing newer about the room can be found out.
    private Reply allowed(Function<Rights, Optional<Denial>> question, Supplier<Reply> answer) {
        var denied = access.ask(question);
        if (denied.isEmpty()) {
            return answer.get();
        }
        return access.confirmed() ? new Reply.Refused(Refusal.of(denied.get())) : new Reply.Doubtful();
    }

    private Reply onMessage(long seq, Function<Entry.Message, Reply> answer) {
        return growth.message(seq).map(answer).orElseGet(() -> new Reply.Refused(Refusal.UNKNOWN_MESSAGE));
    }

    /// Nobody is told that a message that is not there is somebody else's.
    private boolean isOwn(Entering command, long seq) {
        return growth.message(seq)
                .map(message -> message.stamp().author().id())
                .map(author -> author.equals(command.author().id()))
                .orElse(true);
    }
}

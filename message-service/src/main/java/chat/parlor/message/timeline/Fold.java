package chat.parlor.message.timeline;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What later entries made of a message.
///
/// @param text the present text; absent when it was never edited
/// @param editedAt when it was last edited
/// @param deletedAt when it was deleted
/// @param reactions who reacted with what, now; none to a deleted message
public record Fold(
        @Nullable String text,

        @Nullable Instant editedAt,

        @Nullable Instant deletedAt,

        List<Reaction> reactions) {

    /// Nothing was made of it.
    public static final Fold NONE = new Fold(null, null, null, List.of());

    public Fold {
        reactions = List.copyOf(reactions);
    }

    /// Whether the message was deleted.
    public boolean isDeleted() {
        return deletedAt != null;
    }

    /// The same after one more entry about the message. What was not one of these changes nothing.
    public Fold after(Entry entry) {
        return switch (entry) {
            case Entry.Edit edit -> edited(edit.text(), edit.stamp().at());
            case Entry.Deletion deletion -> deleted(deletion.stamp().at());
            case Entry.ReactionChange change -> reacted(change.reactions());
            case Entry.Message message -> this;
            case Entry.Notice notice -> this;
        };
    }

    Fold edited(String newText, Instant at) {
        return new Fold(newText, at, deletedAt, reactions);
    }

    /// A tombstone: the earlier texts stay in the log for nobody to read, and reactions are to nothing any more.
    Fold deleted(Instant at) {
        return new Fold("", editedAt, at, List.of());
    }

    Fold reacted(List<Reaction> now) {
        return new Fold(text, editedAt, deletedAt, now);
    }
}

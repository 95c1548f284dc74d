package chat.parlor.message.timeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that changed what the members of a room see. Serialised it is the payload on `message.sent` and, with its
/// `type`, the entry clients get; contracts: `docs/contracts/message`.
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Entry {

    /// What every entry carries.
    Stamp stamp();

    /// The name clients know it by, without version.
    @JsonIgnore
    String type();

    /// This entry as it is to be read now, given what became of the message it is or changes: whoever reads an old
    /// page, in whatever order, never brings back a text that was replaced or deleted.
    Entry folded(Fold fold);

    /// The seq of the message this entry is or changes; its own seq for a notice.
    default long subject() {
        return stamp().seq();
    }

    /// The seq, for short.
    @JsonIgnore
    default long seq() {
        return stamp().seq();
    }

    /// A message.
    ///
    /// @param text as typed; the present one when folded
    /// @param replyTo the seq of the message it answers
    /// @param attachments the files that go with it; none when it was deleted
    /// @param mentions the accounts it mentions, also once it is edited; none when it was deleted
    /// @param ordinal how many messages the room has up to and including this one
    /// @param editedAt see [Fold]; on a folded message only, like the two after it
    record Message(
            @JsonUnwrapped Stamp stamp,
            String text,
            @Nullable Long replyTo,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> mentions,

            long ordinal,

            @Nullable Instant editedAt,

            @Nullable Instant deletedAt,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reaction> reactions)
            implements Entry {

        public Message {
            attachments = List.copyOf(attachments);
            mentions = List.copyOf(mentions);
            reactions = List.copyOf(reactions);
        }

        /// A message as it was sent.
        public Message(
                Stamp stamp,
                String text,
                @Nullable Long replyTo,
                List<Attachment> attachments,
                List<String> mentions,
                long ordinal) {
            this(stamp, text, replyTo, attachments, mentions, ordinal, null, null, List.of());
        }

        @Override
        public String type() {
            return "message.sent";
        }

        @Override
        public Entry folded(Fold fold) {
            var now = fold.text() == null ? text : fold.text();
            var kept = fold.isDeleted() ? List.<Attachment>of() : attachments;
            var named = fold.isDeleted() ? List.<String>of() : mentions;
            return new Message(
                    stamp, now, replyTo, kept, named, ordinal, fold.editedAt(), fold.deletedAt(), fold.reactions());
        }
    }

    /// A message got another text.
    record Edit(@JsonUnwrapped Stamp stamp, long target, String text) implements Entry {
        @Override
        public String type() {
            return "message.edited";
        }

        @Override
        public long subject() {
            return target;
        }

        @Override
        public Entry folded(Fold fold) {
            return fold.text() == null ? this : new Edit(stamp, target, fold.text());
        }
    }

    /// A message was deleted.
    record Deletion(@JsonUnwrapped Stamp stamp, long target) implements Entry {
        @Override
        public String type() {
            return "message.deleted";
        }

        @Override
        public long subject() {
            return target;
        }

        @Override
        public Entry folded(Fold fold) {
            return this;
        }
    }

    /// A member set or took back a reaction.
    ///
    /// @param on whether it is there now
    /// @param reactions all reactions of the message after it
    record ReactionChange(@JsonUnwrapped Stamp stamp, long target, String emoji, boolean on, List<Reaction> reactions)
            implements Entry {

        public ReactionChange {
            reactions = List.copyOf(reactions);
        }

        @Override
        public String type() {
            return "reaction.changed";
        }

        @Override
        public long subject() {
            return target;
        }

        @Override
        public Entry folded(Fold fold) {
            return new ReactionChange(stamp, target, emoji, on, fold.reactions());
        }
    }

    /// Something happened to the room.
    ///
    /// @param notice what
    /// @param member whom it concerns
    /// @param status the room's status after it
    record Notice(
            @JsonUnwrapped Stamp stamp,
            String notice,
            @Nullable Named member,
            @Nullable String status) implements Entry {
        @Override
        public String type() {
            return "notice.posted";
        }

        @Override
        public Entry folded(Fold fold) {
            return this;
        }
    }
}

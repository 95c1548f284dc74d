package chat.parlor.message.timeline;

import chat.parlor.message.access.Checks;
import chat.parlor.message.access.Who;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What somebody wants changed in a timeline: the records on `message.send`, as this service reads them. What could
/// not even be refused, for want of a room or an author, does not become a command.
public sealed interface Command {

    /// Whose timeline.
    String room();

    /// A command that becomes an entry, once per room, author and id.
    sealed interface Entering extends Command {
        /// The author's own id.
        String id();

        /// Who wants it, as proved at the edge.
        Who author();

        /// When the edge accepted it.
        Instant at();

        /// Which messages have to be known to decide on it.
        default Optional<Long> subject() {
            return Optional.empty();
        }
    }

    /// Say something.
    ///
    /// @param attachments the ids of uploaded files, as texts or in objects
    /// @param mentions the accounts it mentions, each once
    /// @param fence the fence a bot writes with
    record Send(
            String room,
            String id,
            Who author,
            Instant at,
            String text,
            @Nullable Long replyTo,
            @Nullable List<Object> attachments,
            @Nullable List<String> mentions,
            @Nullable Long fence)
            implements Entering {

        public Send {
            at = checked(room, id, author, at);
            required("text", text);
            attachments = attachments == null ? List.of() : List.copyOf(attachments);
            mentions =
                    mentions == null ? List.of() : mentions.stream().distinct().toList();
        }

        /// A message that mentions nobody.
        public Send(
                String room,
                String id,
                Who author,
                Instant at,
                String text,
                @Nullable Long replyTo,
                @Nullable List<Object> attachments,
                @Nullable Long fence) {
            this(room, id, author, at, text, replyTo, attachments, null, fence);
        }

        /// Whom it mentions.
        public List<String> mentioned() {
            return mentions == null ? List.of() : mentions;
        }

        /// The ids of the files it names. What names no file becomes an id no file has.
        public List<String> files() {
            return attachments == null
                    ? List.of()
                    : attachments.stream().map(Send::file).toList();
        }

        private static String file(Object named) {
            var id = named instanceof Map<?, ?> fields ? fields.get("id") : named;
            return id instanceof String text && Checks.isId(text) ? text : "";
        }

        @Override
        public Optional<Long> subject() {
            return Optional.ofNullable(replyTo);
        }
    }

    /// Give an own message another text.
    record Edit(String room, String id, long seq, Who author, Instant at, String text) implements Entering {
        public Edit {
            at = checked(room, id, author, at);
            required("text", text);
        }

        @Override
        public Optional<Long> subject() {
            return Optional.of(seq);
        }
    }

    /// Leave a tombstone in a message's place.
    record Delete(String room, String id, long seq, Who author, Instant at) implements Entering {
        public Delete {
            at = checked(room, id, author, at);
        }

        @Override
        public Optional<Long> subject() {
            return Optional.of(seq);
        }
    }

    /// Set a reaction, or take it back.
    record Toggle(String room, String id, long seq, Who author, Instant at, String emoji) implements Entering {
        public Toggle {
            at = checked(room, id, author, at);
            required("emoji", emoji);
        }

        @Override
        public Optional<Long> subject() {
            return Optional.of(seq);
        }
    }

    /// Tell what happened to the room; only services send it.
    ///
    /// @param fence the room's fence after it
    record Post(
            String room,
            String id,
            Who author,
            Instant at,
            String notice,
            @Nullable Named member,
            @Nullable String status,
            @Nullable Long fence)
            implements Entering {

        private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,31}");

        public Post {
            at = checked(room, id, author, at);
            required("notice", notice);
            if (!isName(notice) || (status != null && !isName(status))) {
                throw new IllegalArgumentException("notice or status: not a name");
            }
            if (member != null) {
                Checks.id("member.id", member.id());
                Checks.name("member.name", member.name(), 200);
            }
        }

        private static boolean isName(String text) {
            return NAME.matcher(text).matches();
        }
    }

    /// Move a read mark forward.
    ///
    /// @param seq everything up to it is read
    record Read(String room, String member, long seq, Instant at) implements Command {
        public Read {
            Checks.id("room", room);
            Checks.id("member", member);
            at = Checks.time("at", at);
        }
    }

    private static Instant checked(String room, String id, Who author, Instant at) {
        Checks.id("room", room);
        required("id", id);
        required("author", author);
        return Checks.time("at", at);
    }

    private static void required(String field, Object value) {
        if (value == null) {
            throw new IllegalArgumentException(field + ": missing");
        }
    }
}

package chat.parlor.message.timeline;

import java.util.List;
import java.util.Objects;

/// Tells a repeated command from another one that uses its id again.
final class Sameness {

    private Sameness() {}

    /// Whether `command` asks for what `entry`, stored under its id, is. When it was sent does not count.
    static boolean asks(Command.Entering command, Entry entry) {
        return switch (command) {
            case Command.Send send ->
                entry instanceof Entry.Message message
                        && message.text().equals(send.text())
                        && Objects.equals(message.replyTo(), send.replyTo())
                        && ids(message).equals(send.files())
                        && message.mentions().equals(send.mentioned());
            case Command.Edit edit ->
                entry instanceof Entry.Edit stored
                        && stored.target() == edit.seq()
                        && stored.text().equals(edit.text());
            case Command.Delete delete -> entry instanceof Entry.Deletion stored && stored.target() == delete.seq();
            case Command.Toggle toggle ->
                entry instanceof Entry.ReactionChange stored
                        && stored.target() == toggle.seq()
                        && stored.emoji().equals(toggle.emoji());
            case Command.Post post ->
                entry instanceof Entry.Notice stored
                        && stored.notice().equals(post.notice())
                        && Objects.equals(stored.member(), post.member())
                        && Objects.equals(stored.status(), post.status());
        };
    }

    private static List<String> ids(Entry.Message message) {
        return message.attachments().stream().map(Attachment::id).toList();
    }
}

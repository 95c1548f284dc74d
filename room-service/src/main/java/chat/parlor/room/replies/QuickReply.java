package chat.parlor.room.replies;

import chat.parlor.chassis.ids.Ids;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A text that can be sent again and again.
///
/// @param owner the account it belongs to; null when it is shared
/// @param words what it says and how it is found
/// @param version grows by one with every change
record QuickReply(String id, @Nullable String owner, Words words, long version, Instant updatedAt) {

    /// What an agent chose.
    ///
    /// @param shortcut what is typed after the slash, in lower case; unique among the replies of one owner
    /// @param title says in a list what the text is for
    /// @param body the text, with placeholders like `{{guest.name}}` that the console fills in
    record Words(String shortcut, String title, String body) {}

    /// A new one.
    static QuickReply first(@Nullable String owner, Words words, Instant now) {
        return new QuickReply(Ids.random("qr_"), owner, words, 1, now);
    }

    boolean shared() {
        return owner == null;
    }

    boolean belongsTo(String account) {
        return account.equals(owner);
    }

    /// The next version of it.
    QuickReply saying(Words next, Instant now) {
        return new QuickReply(id, owner, next, version + 1, now);
    }
}

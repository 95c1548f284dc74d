package chat.parlor.room.inbox;

import chat.parlor.room.domain.Author;
import java.time.Instant;

/// The newest message of a room, as lists show it.
///
/// @param text at most 200 characters; the name of a file that came without text; empty when it was deleted
public record LastMessage(long seq, Instant at, Author author, String text) {

    private static final int MOST_CHARACTERS = 200;

    static LastMessage of(InboxFact.Sent sent) {
        return new LastMessage(sent.seq(), sent.at(), sent.author(), cut(sent.shortly()));
    }

    /// The beginning of what was written, never half a character; without NUL, which no table can hold.
    static String cut(String written) {
        var text = written.replace("\0", "");
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return text.substring(0, end);
    }
}

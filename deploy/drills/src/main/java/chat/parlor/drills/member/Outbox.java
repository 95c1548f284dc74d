package chat.parlor.drills.member;

import chat.parlor.guarantees.Message;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a member wants stored and has no acknowledgement for. Only its own thread touches it.
final class Outbox {
    /// The oldest messages, which may be under way at a time.
    private static final int WINDOW = 16;
    /// Messages kept while there is no way to send them; a person would stop typing sooner.
    private static final int MOST = 100;
    private static final long REPEAT = 8_000_000_000L;

    /// A message and how it stands.
    static final class Letter {
        private final Message message;
        /// When it was first sent; 0 before.
        private long firstSent;
        /// When it is to be sent next.
        private long due = Long.MIN_VALUE;

        private Letter(Message message) {
            this.message = message;
        }

        Message message() {
            return message;
        }

        long firstSent() {
            return firstSent;
        }
    }

    private final Map<String, Letter> letters = new LinkedHashMap<>();

    boolean isFull() {
        return letters.size() >= MOST;
    }

    boolean isEmpty() {
        return letters.isEmpty();
    }

    void add(Message message) {
        letters.put(message.id(), new Letter(message));
    }

    /// A new socket: everything has to be sent again, in order.
    void startOver(long now) {
        for (var letter : letters.values()) {
            letter.due = now;
        }
    }

    /// Those to send now, oldest first.
    List<Letter> due(long now) {
        var due = new ArrayList<Letter>();
        int room = WINDOW;
        for (Iterator<Letter> all = letters.values().iterator(); all.hasNext() && room > 0; room--) {
            var letter = all.next();
            if (letter.due <= now) {
                letter.firstSent = letter.firstSent == 0 ? now : letter.firstSent;
                letter.due = now + REPEAT;
                due.add(letter);
            }
        }
        return due;
    }

    /// Sends a message again later: nobody knows what became of it, or it was too much just now.
    void later(String id, long when) {
        var letter = letters.get(id);
        if (letter != null) {
            letter.due = when;
        }
    }

    /// Takes a message out; null when it was out already.
    @Nullable
    Letter remove(String id) {
        return letters.remove(id);
    }
}

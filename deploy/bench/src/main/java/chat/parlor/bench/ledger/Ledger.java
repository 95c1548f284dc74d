package chat.parlor.bench.ledger;

import chat.parlor.bench.client.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Everything that was acknowledged, and what must then be true of every history: each acknowledged message once, at
/// the
/// place it was acknowledged for, each author's messages in the order they were sent, and no gap.
public final class Ledger {
    /// Room, author and the id its client gave it: what makes a message one message.
    private record Message(String room, String author, String id) {}

    private final Map<Message, Long> acknowledged = new HashMap<>();
    private final Map<String, List<Message>> inOrder = new HashMap<>();
    private final List<String> contradictions = new ArrayList<>();

    /// Notes an acknowledgement. Acknowledgements of one author come in the order of its messages.
    public synchronized void acknowledge(String room, String author, String id, long seq) {
        var message = new Message(room, author, id);
        var before = acknowledged.putIfAbsent(message, seq);
        if (before == null) {
            inOrder.computeIfAbsent(author, key -> new ArrayList<>()).add(message);
        } else if (before != seq) {
            contradictions.add(id + " was acknowledged at " + before + " and again at " + seq);
        }
    }

    /// How many messages were acknowledged.
    public synchronized int size() {
        return acknowledged.size();
    }

    /// Holds the ledger against one history of a room, which must be whole.
    ///
    /// @param seenBy whose history it is, for the words
    /// @return what is wrong, in words; empty when the promise was kept
    public synchronized List<String> violations(String room, String seenBy, List<Entry> history) {
        var found = new ArrayList<>(contradictions);
        gaps(history).forEach(found::add);
        var places = places(room, history, found);
        acknowledged.forEach((message, seq) -> {
            if (message.room().equals(room)) {
                var place = places.get(message);
                if (place == null) {
                    found.add("lost: " + message.id() + " at " + seq);
                } else if (!place.equals(seq)) {
                    found.add("moved: " + message.id() + " from " + seq + " to " + place);
                }
            }
        });
        inOrder.values().forEach(messages -> disorder(room, messages, places, found));
        return found.stream()
                .map(what -> room + " as seen by " + seenBy + ": " + what)
                .toList();
    }

    private static List<String> gaps(List<Entry> history) {
        var found = new ArrayList<String>();
        long expected = 1;
        for (var entry : history) {
            if (entry.seq() != expected) {
                found.add("gap: " + entry.seq() + " (expected: " + expected + ")");
                expected = entry.seq();
            }
            expected++;
        }
        return found;
    }

    private static Map<Message, Long> places(String room, List<Entry> history, List<String> found) {
        var places = new HashMap<Message, Long>();
        var doubles = new HashSet<Message>();
        for (var entry : history) {
            var message = new Message(room, entry.author(), entry.id());
            if (places.putIfAbsent(message, entry.seq()) != null && doubles.add(message)) {
                found.add("twice: " + entry.id() + " by " + entry.author());
            }
        }
        return places;
    }

    private static void disorder(String room, List<Message> messages, Map<Message, Long> places, List<String> found) {
        long last = 0;
        for (var message : messages) {
            var place = message.room().equals(room) ? places.get(message) : null;
            if (place != null) {
                if (place < last) {
                    found.add("out of order: " + message.id() + " at " + place + " after " + last);
                }
                last = place;
            }
        }
    }
}

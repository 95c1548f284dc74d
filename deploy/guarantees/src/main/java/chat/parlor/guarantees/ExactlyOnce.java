package chat.parlor.guarantees;

import chat.parlor.guarantees.Violation.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Every acknowledged message is in every history of its room, at the place it was acknowledged for; no message, also
/// one that was never acknowledged, is there twice; nothing is there that nobody sent.
public record ExactlyOnce() implements Guarantee {
    @Override
    public List<Violation> violations(Recording recording) {
        var found = new ArrayList<Violation>();
        recording.sendings().forEach(sending -> oneAnswer(sending, found));
        var acknowledged = recording.acknowledged();
        var sent = recording.sendings().stream().map(Sending::message).collect(Collectors.toUnmodifiableSet());
        var authors = sent.stream().map(Message::author).collect(Collectors.toUnmodifiableSet());
        for (var history : recording.histories()) {
            var places = places(history, found);
            acknowledged.getOrDefault(history.room(), List.of()).forEach(sending -> kept(sending, places, found));
            places.keySet().stream()
                    .filter(message -> authors.contains(message.author()))
                    .filter(message -> !sent.contains(message))
                    .forEach(message -> found.add(new Violation(
                            Kind.DOUBLED, history.room(), message + " is there (expected: nothing nobody sent)")));
        }
        return found;
    }

    private static void oneAnswer(Sending sending, List<Violation> found) {
        var places = sending.acks().stream().map(Sending.Ack::seq).collect(Collectors.toUnmodifiableSet());
        if (places.size() > 1) {
            found.add(new Violation(
                    Kind.DOUBLED,
                    sending.message().room(),
                    sending.message() + " was acknowledged at " + sorted(places) + " (expected: one place)"));
        }
    }

    private static List<Long> sorted(Set<Long> places) {
        return places.stream().sorted().toList();
    }

    private static Map<Message, Long> places(History history, List<Violation> found) {
        var places = new HashMap<Message, Long>();
        for (var entry : history.entries()) {
            var message = entry.in(history.room());
            var before = places.putIfAbsent(message, entry.seq());
            if (before != null) {
                found.add(new Violation(
                        Kind.DOUBLED,
                        history.room(),
                        message + " is at " + before + " and at " + entry.seq() + " for " + history.member()));
            }
        }
        return places;
    }

    private static void kept(Sending sending, Map<Message, Long> places, List<Violation> found) {
        var message = sending.message();
        long promised = sending.acks().getFirst().seq();
        var place = places.get(message);
        if (place == null) {
            found.add(new Violation(Kind.LOST, message.room(), message + " was acknowledged at " + promised));
        } else if (place != promised) {
            found.add(new Violation(
                    Kind.REORDERED, message.room(), message + " is at " + place + " (expected: " + promised + ")"));
        }
    }
}

package chat.parlor.guarantees;

import chat.parlor.guarantees.Sending.Ack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes down what happens, from any thread, and has all guarantees judge it in the end.
public final class Ledger {
    private record Seat(String room, String member) {}

    /// A message and the answers to it.
    private record Line(long sent, List<Ack> acks) {}

    private final Map<Message, Line> lines = new LinkedHashMap<>();
    private final Map<Seat, List<List<Entry>>> streams = new LinkedHashMap<>();
    private final List<History> histories = new ArrayList<>();
    /// Grows with everything taken down: what was noted before has a smaller one.
    private long tick;
    /// How many messages have been acknowledged.
    private int acknowledged;

    /// A message is about to be sent. Repeats of it change nothing.
    public synchronized void sent(Message message) {
        lines.putIfAbsent(message, new Line(++tick, new ArrayList<>()));
    }

    /// A message was acknowledged, for the first time or again.
    public synchronized void acknowledged(Message message, long seq) {
        var line = lines.computeIfAbsent(message, unsent -> new Line(++tick, new ArrayList<>()));
        if (line.acks().isEmpty()) {
            acknowledged++;
        }
        line.acks().add(new Ack(++tick, seq));
    }

    /// A socket brought an entry.
    public synchronized void received(String room, String member, Entry entry) {
        runs(room, member).getLast().add(entry);
    }

    /// The member was given a snapshot and dropped what it had.
    public synchronized void snapshot(String room, String member) {
        runs(room, member).add(new ArrayList<>());
    }

    /// A member's whole history of a room was read.
    public synchronized void read(History history) {
        histories.add(history);
    }

    /// How many messages have been acknowledged.
    public synchronized int size() {
        return acknowledged;
    }

    /// What was taken down so far.
    public synchronized Recording recording() {
        var sendings = lines.entrySet().stream()
                .map(line -> new Sending(
                        line.getKey(), line.getValue().sent(), line.getValue().acks()))
                .toList();
        var brought = streams.entrySet().stream()
                .map(stream ->
                        new Stream(stream.getKey().room(), stream.getKey().member(), stream.getValue()))
                .toList();
        return new Recording(sendings, brought, histories);
    }

    /// What broke the promise; empty when it was kept.
    public List<Violation> violations() {
        var recording = recording();
        return Guarantee.ALL.stream()
                .flatMap(guarantee -> guarantee.violations(recording).stream())
                .toList();
    }

    private List<List<Entry>> runs(String room, String member) {
        return streams.computeIfAbsent(
                new Seat(room, member), nothingYet -> new ArrayList<>(List.of(new ArrayList<>())));
    }
}

package chat.parlor.room.inbox;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a batch of facts amounts to: one move per room, one text per message, one mark per member and room.
final class Digest {

    private static final Set<String> READERS = Set.of("account", "guest");

    private final Map<String, Move> moves = new LinkedHashMap<>();
    private final Map<Target, String> texts = new LinkedHashMap<>();
    private final Map<Target, Naming> mentions = new LinkedHashMap<>();
    private final Set<Target> deleted = new LinkedHashSet<>();
    private final Map<Reader, Long> marks = new LinkedHashMap<>();
    private final Map<String, InboxFact.Sent> guests = new LinkedHashMap<>();

    /// Where a room's timeline ends after the batch.
    ///
    /// @param messages how many messages it has then; meaningless without `last`
    /// @param last the newest message of the batch, if it has any
    /// @param activeAt the latest time of any message of the batch; clocks of gateways may differ
    record Move(
            String room,
            long epoch,
            long head,
            long messages,
            @Nullable LastMessage last,
            Instant activeAt) {}

    /// A message by its place.
    record Target(String room, long seq) {}

    /// Whom a message mentions.
    record Naming(List<String> members, long ordinal, Instant at) {}

    /// A member in a room.
    record Reader(String room, String member) {}

    static Digest of(List<? extends InboxFact> facts) {
        return new Digest().and(facts);
    }

    /// Takes in what came after.
    Digest and(List<? extends InboxFact> facts) {
        facts.forEach(this::take);
        return this;
    }

    Collection<Move> moves() {
        return moves.values();
    }

    Map<Target, String> texts() {
        return texts;
    }

    /// The messages that mention somebody and are still there.
    Map<Target, Naming> mentions() {
        return mentions;
    }

    /// The messages that mention nobody any more.
    Set<Target> deleted() {
        return deleted;
    }

    Map<Reader, Long> marks() {
        return marks;
    }

    /// The newest message of a guest, by room.
    Map<String, InboxFact.Sent> guests() {
        return guests;
    }

    private void take(InboxFact fact) {
        switch (fact) {
            case InboxFact.Sent sent -> take(sent);
            case InboxFact.Edited edited -> {
                move(edited);
                texts.put(new Target(edited.room(), edited.target()), LastMessage.cut(edited.text()));
            }
            case InboxFact.Deleted deletion -> {
                move(deletion);
                var gone = new Target(deletion.room(), deletion.target());
                texts.put(gone, "");
                mentions.remove(gone);
                deleted.add(gone);
            }
            case InboxFact.Passing passing -> move(passing);
            case InboxFact.Read read -> mark(read.room(), read.member(), read.ordinal());
        }
    }

    private void take(InboxFact.Sent sent) {
        var before = moves.get(sent.room());
        if (before != null && isOld(sent, before)) {
            return;
        }
        moves.put(
                sent.room(),
                new Move(
                        sent.room(),
                        sent.epoch(),
                        sent.seq(),
                        sent.ordinal(),
                        LastMessage.of(sent),
                        latest(sent.at(), before)));
        if (READERS.contains(sent.author().kind())) {
            mark(sent.room(), sent.author().id(), sent.ordinal());
        }
        if (sent.author().kind().equals("guest")) {
            guests.put(sent.room(), sent);
        }
        if (!sent.mentions().isEmpty()) {
            mentions.put(new Target(sent.room(), sent.seq()), new Naming(sent.mentions(), sent.ordinal(), sent.at()));
        }
    }

    private void move(InboxFact.Entry entry) {
        var before = moves.get(entry.room());
        if (before == null || before.epoch() < entry.epoch()) {
            moves.put(entry.room(), new Move(entry.room(), entry.epoch(), entry.seq(), 0, null, Instant.EPOCH));
        } else if (!isOld(entry, before)) {
            moves.put(
                    entry.room(),
                    new Move(
                            entry.room(),
                            entry.epoch(),
                            entry.seq(),
                            before.messages(),
                            before.last(),
                            before.activeAt()));
        }
    }

    private static Instant latest(Instant at, @Nullable Move before) {
        return before == null || at.isAfter(before.activeAt()) ? at : before.activeAt();
    }

    private static boolean isOld(InboxFact.Entry entry, Move before) {
        return entry.epoch() < before.epoch() || (entry.epoch() == before.epoch() && entry.seq() <= before.head());
    }

    private void mark(String room, String member, long ordinal) {
        marks.merge(new Reader(room, member), ordinal, Math::max);
    }
}

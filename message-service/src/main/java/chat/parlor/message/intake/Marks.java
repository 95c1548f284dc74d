package chat.parlor.message.intake;

import chat.parlor.message.intake.Decided.Outcome;
import chat.parlor.message.reads.ReadMark;
import chat.parlor.message.reads.ReadMarks.Wanted;
import chat.parlor.message.timeline.Command;
import chat.parlor.message.timeline.Reply;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The read marks a batch asks for. Those of authors, who have read what they wrote, move with what they wrote.
final class Marks {

    private Marks() {}

    private record Key(String room, String member) {}

    /// The farthest mark of each member of each room.
    static Collection<Wanted> of(Decided decided) {
        Map<Key, Wanted> farthest = new LinkedHashMap<>();
        for (var outcome : decided.outcomes()) {
            wanted(outcome)
                    .ifPresent(wanted -> farthest.merge(
                            new Key(wanted.mark().room(), wanted.mark().member()), wanted, Marks::farther));
        }
        return farthest.values();
    }

    private static Wanted farther(Wanted one, Wanted other) {
        return other.mark().seq() > one.mark().seq() ? other : one;
    }

    private static Optional<Wanted> wanted(Outcome outcome) {
        return mark(outcome).map(mark -> new Wanted(mark, cause(outcome)));
    }

    private static Optional<ReadMark> mark(Outcome outcome) {
        return outcome.reply() instanceof Reply.Marked marked && outcome.command() instanceof Command.Read read
                ? Optional.of(new ReadMark(read.room(), read.member(), marked.seq(), marked.ordinal(), read.at()))
                : Optional.empty();
    }

    /// The same for a record that comes again, another for a command that is sent again.
    private static String cause(Outcome outcome) {
        return outcome.received().partition() + "-" + outcome.received().offset();
    }
}

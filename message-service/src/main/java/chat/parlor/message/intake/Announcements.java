package chat.parlor.message.intake;

import chat.parlor.chassis.event.Event;
import chat.parlor.message.intake.Decided.Outcome;
import chat.parlor.message.reads.ReadMark;
import chat.parlor.message.timeline.Command;
import chat.parlor.message.timeline.Entry;
import chat.parlor.message.timeline.Refusal;
import chat.parlor.message.timeline.Reply;
import java.util.List;
import java.util.Optional;

/// What is told to the world about a stored batch.
final class Announcements {

    private static final String FIRST_VERSION = ".v1";

    private Announcements() {}

    /// Entries and refusals in the order of the commands. An entry announced again has the same event id as before: it
    /// is the same fact.
    static List<Event> of(Decided decided) {
        return decided.outcomes().stream()
                .flatMap(outcome -> answer(outcome).stream())
                .toList();
    }

    static List<Event> ofMarks(List<ReadMark> moved) {
        return moved.stream().map(Announcements::read).toList();
    }

    private static Optional<Event> answer(Outcome outcome) {
        var traceparent = outcome.received().traceparent();
        return switch (outcome.reply()) {
            case Reply.Entered entered -> Optional.of(sent(entered.entry()).causedBy(traceparent));
            case Reply.Refused refused
            when outcome.command() instanceof Command.Entering command ->
                Optional.of(refused(command, refused.refusal()).causedBy(traceparent));
            default -> Optional.empty();
        };
    }

    private static Event sent(Entry entry) {
        var stamp = entry.stamp();
        var id = stamp.room() + ":" + stamp.epoch() + ":" + stamp.seq();
        return new Event(MessageTopics.SENT, stamp.room(), entry.type() + FIRST_VERSION, id, stamp.at(), entry, null);
    }

    private static Event refused(Command.Entering command, Refusal refusal) {
        return Event.of(
                MessageTopics.REFUSED,
                command.room(),
                "message.refused.v1",
                new MessageRefused(
                        command.room(), command.id(), command.author().id(), refusal.code(), refusal.message()));
    }

    private static Event read(ReadMark mark) {
        var id = mark.room() + ":" + mark.member() + ":" + mark.seq();
        return new Event(MessageTopics.READ, mark.room(), "message.read.v1", id, mark.at(), mark, null);
    }
}

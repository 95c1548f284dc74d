package chat.parlor.message.intake;

import chat.parlor.chassis.event.Received;
import chat.parlor.message.timeline.Command;
import chat.parlor.message.timeline.Reply;
import chat.parlor.message.timeline.RoomTimeline;
import chat.parlor.message.timeline.TimelineLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What becomes of every command of a batch, in their order; nothing of it has happened yet.
///
/// @param timelines the timelines with what is to be added to them
/// @param outcomes one for every command
record Decided(Collection<RoomTimeline> timelines, List<Outcome> outcomes) {

    Decided {
        timelines = List.copyOf(timelines);
        outcomes = List.copyOf(outcomes);
    }

    /// A command and what becomes of it.
    record Outcome(Received<Command> received, Reply reply) {

        Command command() {
            return received.body();
        }
    }

    /// Applies the commands one after the other.
    static Decided on(List<Received<Command>> batch, Background background, TimelineLimits limits) {
        Map<String, RoomTimeline> timelines = new LinkedHashMap<>();
        var outcomes = new ArrayList<Outcome>(batch.size());
        for (var received : batch) {
            var command = received.body();
            var timeline = timelines.computeIfAbsent(command.room(), room -> background.timeline(room, limits));
            outcomes.add(new Outcome(received, timeline.apply(command)));
        }
        return new Decided(timelines.values(), outcomes);
    }

    /// The rooms room-service has to be asked about before this counts.
    Set<String> doubtful() {
        return outcomes.stream()
                .filter(outcome -> outcome.reply() instanceof Reply.Doubtful)
                .map(outcome -> outcome.command().room())
                .collect(Collectors.toSet());
    }

    /// Whether every command takes effect. A refusal, by contrast, only counts with everything known.
    boolean isPlain() {
        return outcomes.stream().map(Outcome::reply).allMatch(Decided::takesEffect);
    }

    private static boolean takesEffect(Reply reply) {
        return reply instanceof Reply.Entered || reply instanceof Reply.Marked;
    }
}

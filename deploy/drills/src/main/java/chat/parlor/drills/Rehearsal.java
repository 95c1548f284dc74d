package chat.parlor.drills;

import chat.parlor.drills.fault.Drill;
import chat.parlor.drills.fault.Scene;
import chat.parlor.drills.member.Crowd;
import chat.parlor.drills.member.People;
import chat.parlor.drills.member.Tally;
import chat.parlor.drills.stack.Footprint;
import chat.parlor.drills.stack.Part;
import chat.parlor.drills.stack.Pause;
import chat.parlor.drills.stack.Stack;
import chat.parlor.drills.stack.Unexpected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Runs one drill: lets members talk, lets it happen, lets them talk on, and judges.
record Rehearsal(Stack stack, People people, Crowd.Size size, long seed) {
    private static final Duration BEFORE = Duration.ofSeconds(2);
    private static final Duration AFTER = Duration.ofSeconds(3);
    private static final Duration BACK = Duration.ofSeconds(90);

    /// How long what members held may take to be let go of.
    private static final Duration LET_GO = Duration.ofSeconds(10);

    Row run(Drill drill) {
        try {
            if (!stack.isWhole()) {
                stack.bringBack();
            }
            return judged(drill);
        } catch (Unexpected unexpected) {
            // the one before may have left a stack in which not even rooms can be made
            var why = List.of("did not begin: " + unexpected.getMessage());
            return new Row(drill.name(), 0, List.of(), why, List.of(), new Tally(), Duration.ZERO);
        }
    }

    private Row judged(Drill drill) {
        var before = Footprint.of(stack);
        var row = rehearse(drill);
        // the stack has to look over itself once members are gone
        Pause.until(LET_GO, () -> grown(before).isEmpty());
        return row.leaked(grown(before));
    }

    private List<String> grown(Map<Part, Footprint> before) {
        return Footprint.of(stack).entrySet().stream()
                .filter(now ->
                        before.containsKey(now.getKey()) && now.getValue().hasGrownSince(before.get(now.getKey())))
                .map(now ->
                        now.getKey().key() + " holds " + now.getValue() + " (before: " + before.get(now.getKey()) + ")")
                .toList();
    }

    private Row rehearse(Drill drill) {
        var began = System.nanoTime();
        try (var crowd = Crowd.gather(people, size, drill.name(), seed)) {
            var scene = new Scene(stack, people, crowd, new Random(seed));
            var surprises = new ArrayList<String>();
            try {
                Pause.of(BEFORE);
                drill.happen(scene);
                crowd.awaitOnline(BACK);
                Pause.of(AFTER);
                crowd.conclude();
            } catch (Unexpected unexpected) {
                surprises.add(String.valueOf(unexpected.getMessage()));
            }
            surprises.addAll(scene.surprises());
            crowd.tally().refusals().forEach((code, times) -> surprises.add(times + " messages refused: " + code));
            if (!stack.isWhole()) {
                surprises.add("not every process lives in the end");
            }
            var took = Duration.ofNanos(System.nanoTime() - began);
            return new Row(
                    drill.name(),
                    crowd.ledger().size(),
                    crowd.ledger().violations(),
                    surprises,
                    List.of(),
                    crowd.tally(),
                    took);
        }
    }
}

package chat.parlor.drills;

import chat.parlor.drills.fault.Drill;
import chat.parlor.drills.fault.Scene;
import chat.parlor.drills.member.Crowd;
import chat.parlor.drills.member.People;
import chat.parlor.drills.stack.Pause;
import chat.parlor.drills.stack.Stack;
import chat.parlor.drills.stack.Unexpected;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;

/// Runs one drill: lets members talk, lets it happen, lets them talk on, and judges.
record Rehearsal(Stack stack, People people, Crowd.Size size, long seed) {
    private static final Duration BEFORE = Duration.ofSeconds(2);
    private static final Duration AFTER = Duration.ofSeconds(3);
    private static final Duration BACK = Duration.ofSeconds(90);

    Row run(Drill drill) {
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
                    drill.name(), crowd.ledger().size(), crowd.ledger().violations(), surprises, crowd.tally(), took);
        }
    }
}

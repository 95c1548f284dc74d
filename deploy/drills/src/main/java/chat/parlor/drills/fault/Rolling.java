package chat.parlor.drills.fault;

import chat.parlor.drills.stack.Part;
import java.time.Duration;

/// message-service is replaced without a break: a second one beside the first, the first ends and comes back, the
/// second ends.
record Rolling() implements Drill {
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "roll-message";
    }

    @Override
    public String about() {
        return "two message-services take turns";
    }

    @Override
    public void happen(Scene scene) {
        var stack = scene.stack();
        scene.fault();
        try (var second = stack.second(Part.MESSAGE, "message-second", stack.recipe(Part.MESSAGE))) {
            scene.talkOn(BETWEEN);
            stack.end(Part.MESSAGE);
            scene.talkOn(BETWEEN);
            stack.bringBack();
            scene.talkOn(BETWEEN);
            scene.expect(second.process().isAlive(), "the second message-service died");
        }
        scene.talkOn(BETWEEN);
        scene.expectNobodyDropped();
    }
}

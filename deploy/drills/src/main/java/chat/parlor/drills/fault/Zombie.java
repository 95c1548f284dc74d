package chat.parlor.drills.fault;

import chat.parlor.drills.stack.Part;
import java.time.Duration;

/// message-service stands still beyond its session while a second one takes its partitions, and then goes on in the
/// middle of what it was doing.
record Zombie(Duration time) implements Drill {
    private static final Duration BOTH = Duration.ofSeconds(5);

    @Override
    public String name() {
        return "zombie-message";
    }

    @Override
    public String about() {
        return "message-service stands still for " + time.toSeconds()
                + " s, a second one takes over, the first goes on";
    }

    @Override
    public void happen(Scene scene) {
        var stack = scene.stack();
        try (var second = stack.second(Part.MESSAGE, "message-second", stack.recipe(Part.MESSAGE))) {
            scene.talkOn(BOTH);
            scene.fault();
            stack.signal(Part.MESSAGE, "STOP");
            scene.talkOn(time);
            stack.signal(Part.MESSAGE, "CONT");
            scene.talkOn(BOTH);
            scene.expect(second.process().isAlive(), "the second message-service died");
        }
        scene.talkOn(BOTH);
    }
}

package chat.parlor.drills.fault;

import chat.parlor.drills.stack.Part;
import java.time.Duration;

/// A part is stopped where it stands, longer than any session lasts, and goes on as if nothing had been.
record Paused(Part part, Duration time) implements Drill {
    @Override
    public String name() {
        return "pause-" + part.key();
    }

    @Override
    public String about() {
        return part.key() + " stands still for " + time.toSeconds() + " s and goes on";
    }

    @Override
    public void happen(Scene scene) {
        scene.fault();
        scene.stack().signal(part, "STOP");
        scene.talkOn(time);
        scene.stack().signal(part, "CONT");
    }
}

package chat.parlor.drills.fault;

import chat.parlor.drills.stack.Part;
import chat.parlor.drills.stack.SmallDisk;
import java.time.Duration;
import java.util.Optional;

/// The disk of the database or the broker fills up while members talk, and is made room on later.
record DiskFull(Part part, Duration time) implements Drill {
    private static final Duration BETWEEN = Duration.ofSeconds(4);

    @Override
    public String name() {
        return "disk-full-" + part.key();
    }

    @Override
    public String about() {
        return "the disk of " + part.key() + " is full for " + time.toSeconds() + " s";
    }

    @Override
    public Optional<String> obstacle() {
        return SmallDisk.isPossible() ? Optional.empty() : Optional.of("needs root to mount a tmpfs");
    }

    @Override
    public void happen(Scene scene) {
        var stack = scene.stack();
        try (var disk = SmallDisk.under(stack, part)) {
            stack.bringBack();
            scene.talkOn(BETWEEN);
            scene.fault();
            disk.fill();
            scene.talkOn(time);
            disk.makeRoom();
            // it may have ended for want of room, and whoever watches over it starts it again
            stack.bringBack();
            scene.talkOn(BETWEEN);
        }
        stack.bringBack();
    }
}

package chat.parlor.drills.fault;

import chat.parlor.drills.stack.FakeClock;
import chat.parlor.drills.stack.Part;
import java.time.Duration;
import java.util.Optional;

/// The clock of one service is put forward or back while it runs, and is right again later.
///
/// @param by how much; negative for back
record ClockSet(Part part, Duration by, Duration time) implements Drill {
    private static final Duration BETWEEN = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "clock-" + direction() + "-" + part.key();
    }

    @Override
    public String about() {
        return "the clock of " + part.key() + " jumps " + direction() + " by "
                + by.abs().toMinutes() + " minutes, and later to where it was";
    }

    private String direction() {
        return by.isNegative() ? "back" : "forward";
    }

    @Override
    public Optional<String> obstacle() {
        return FakeClock.isPossible() ? Optional.empty() : Optional.of("needs a C compiler");
    }

    @Override
    public void happen(Scene scene) {
        var stack = scene.stack();
        var clock = FakeClock.of(stack, part);
        scene.talkOn(BETWEEN);
        scene.fault();
        clock.set(by);
        scene.talkOn(time);
        clock.set(Duration.ZERO);
        scene.talkOn(BETWEEN);
        stack.end(part);
        stack.bringBack();
    }
}

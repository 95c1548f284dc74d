package chat.parlor.drills.fault;

import java.time.Duration;

/// Nothing goes wrong: what the other lines are to be compared with.
record Quiet() implements Drill {
    private static final Duration WHILE = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "quiet";
    }

    @Override
    public String about() {
        return "nothing goes wrong";
    }

    @Override
    public void happen(Scene scene) {
        scene.fault();
        scene.talkOn(WHILE);
        scene.expectNobodyDropped();
    }
}

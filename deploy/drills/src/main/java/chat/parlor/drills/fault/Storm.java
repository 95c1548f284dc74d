package chat.parlor.drills.fault;

import chat.parlor.drills.member.Member;
import java.time.Duration;

/// All members lose their connections at once, several times.
record Storm() implements Drill {
    private static final int TIMES = 3;
    private static final Duration BETWEEN = Duration.ofMillis(1_500);
    private static final Duration BACK = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "storm";
    }

    @Override
    public String about() {
        return "all members lose their connections at once, " + TIMES + " times";
    }

    @Override
    public void happen(Scene scene) {
        scene.fault();
        for (int i = 0; i < TIMES; i++) {
            scene.crowd().members().forEach(Member::cut);
            scene.talkOn(BETWEEN);
        }
        scene.crowd().awaitOnline(BACK);
    }
}

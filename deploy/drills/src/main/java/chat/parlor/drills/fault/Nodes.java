package chat.parlor.drills.fault;

import chat.parlor.drills.member.Member;
import chat.parlor.drills.stack.Part;
import java.net.URI;
import java.time.Duration;

/// Half of the members go to a second gateway that never saw their rooms, which is then killed; they come back.
record Nodes() implements Drill {
    private static final Duration WHILE = Duration.ofSeconds(4);
    private static final Duration BACK = Duration.ofSeconds(30);

    @Override
    public String name() {
        return "two-gateways";
    }

    @Override
    public String about() {
        return "half of the members move to a second gateway, which is then killed";
    }

    @Override
    public void happen(Scene scene) {
        var stack = scene.stack();
        var second = stack.second(Part.GATEWAY, "gateway-second", stack.recipe(Part.GATEWAY));
        var all = scene.crowd().members();
        var half = all.stream().limit(all.size() / 2).toList();
        half.forEach(member -> member.moveTo(URI.create("ws://127.0.0.1:" + second.port() + "/ws")));
        half.forEach(Member::cut);
        scene.talkOn(WHILE);
        scene.crowd().awaitOnline(BACK);
        scene.talkOn(WHILE);
        half.forEach(member -> member.moveTo(member.person().api().socket()));
        scene.fault();
        second.process().destroyForcibly();
        scene.crowd().awaitOnline(BACK);
    }
}

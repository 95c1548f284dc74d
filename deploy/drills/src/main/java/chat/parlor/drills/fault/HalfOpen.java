package chat.parlor.drills.fault;

import chat.parlor.drills.member.Member;
import chat.parlor.drills.stack.Part;
import chat.parlor.drills.stack.TcpProxy;
import java.net.URI;
import java.time.Duration;

/// Some members sit behind a network that swallows everything without a word; they notice by the silence, come back
/// another way, and later the old network delivers what it had held back.
record HalfOpen() implements Drill {
    private static final int WHO = 4;
    private static final Duration SILENCE = Duration.ofSeconds(22);
    private static final Duration SETTLE = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "half-open";
    }

    @Override
    public String about() {
        return "a network swallows everything for " + SILENCE.toSeconds() + " s and delivers it late";
    }

    @Override
    public void happen(Scene scene) {
        try (var proxy = TcpProxy.to(scene.stack().port(Part.GATEWAY))) {
            var behind = scene.crowd().members().stream().limit(WHO).toList();
            behind.forEach(member -> member.moveTo(URI.create("ws://127.0.0.1:" + proxy.port() + "/ws")));
            behind.forEach(Member::cut);
            scene.talkOn(SETTLE);
            scene.crowd().awaitOnline(SILENCE);
            scene.fault();
            proxy.hold();
            behind.forEach(member -> member.moveTo(member.person().api().socket()));
            scene.talkOn(SILENCE);
            scene.crowd().awaitOnline(SILENCE);
            proxy.release();
            scene.talkOn(SETTLE);
        }
    }
}

package chat.parlor.drills.fault;

import chat.parlor.drills.member.Person;
import chat.parlor.drills.member.Signal;
import chat.parlor.drills.member.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Clients come with positions from long ago, from the future, from another epoch and for rooms that are not theirs.
record Positions() implements Drill {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SPEAK = Duration.ofSeconds(4);
    private static final long FUTURE = 1_000_000;

    @Override
    public String name() {
        return "positions";
    }

    @Override
    public String about() {
        return "clients come with stale, future and foreign positions";
    }

    @Override
    public void happen(Scene scene) {
        scene.fault();
        scene.talkOn(SPEAK);
        var member = scene.crowd().members().getFirst();
        var room = member.room();
        var person = member.person();
        var opened = open(person, Map.of("room", room, "after", 0));
        var epoch = Long.parseLong(opened.text("epoch"));
        scene.expect(opened.text("result").equals("resumed"), "from the beginning: " + opened.text("result"));
        scene.expect(isWhole(opened.seqs(), 1), "from the beginning: a gap in " + opened.seqs());

        var resumed = open(person, Map.of("room", room, "after", 3, "epoch", epoch));
        scene.expect(resumed.text("result").equals("resumed"), "after 3: " + resumed.text("result"));
        scene.expect(isWhole(resumed.seqs(), 4), "after 3: a gap in " + resumed.seqs());

        for (var stale : List.of(Map.of("after", 3, "epoch", epoch + 1), Map.of("after", FUTURE, "epoch", epoch))) {
            var fields = new HashMap<String, Object>(stale);
            fields.put("room", room);
            var answer = open(person, fields);
            scene.expect(answer.text("result").equals("snapshot"), stale + ": " + answer.text("result"));
            scene.expect(
                    !answer.seqs().isEmpty()
                            && isWhole(answer.seqs(), answer.seqs().getFirst()),
                    stale + ": a gap in " + answer.seqs());
        }
        foreign(scene, room, epoch);
        scene.expectNobodyDropped();
    }

    private static void foreign(Scene scene, String room, long epoch) {
        var stranger = scene.people().stranger("curious");
        for (var name : List.of(room, "r_no-such-room")) {
            try (var socket = Socket.open(stranger.api(), stranger.token())) {
                socket.await("welcome", PATIENCE);
                socket.send("room.open", Map.of("ref", "x", "room", name, "after", 3, "epoch", epoch));
                var code = socket.await("error", PATIENCE).code();
                scene.expect(code.equals("not-a-member"), name + ": " + code + " (expected: not-a-member)");
            }
        }
    }

    private static Signal.Frame open(Person person, Map<String, ?> fields) {
        try (var socket = Socket.open(person.api(), person.token())) {
            socket.await("welcome", PATIENCE);
            var frame = new HashMap<String, Object>(fields);
            frame.put("ref", "position");
            socket.send("room.open", frame);
            return socket.await("room.opened", PATIENCE);
        }
    }

    private static boolean isWhole(List<Long> seqs, long first) {
        for (int i = 0; i < seqs.size(); i++) {
            if (seqs.get(i) != first + i) {
                return false;
            }
        }
        return true;
    }
}

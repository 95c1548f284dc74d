package chat.parlor.drills.fault;

import chat.parlor.drills.fault.Log.Poison;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A hundred records in a row that nobody can read, in every topic, under the keys of rooms where members talk.
record Poisoned() implements Drill {
    private static final int IN_A_ROW = 100;
    private static final Duration DIGEST = Duration.ofSeconds(3);
    private static final List<String> BODIES = List.of(
            "no json at all", "", "{", "[]", "null", "{}", "{\"room\":7,\"id\":[]}", "{\"room\":{\"room\":{}}}", "\0");
    private static final List<String> TYPES = List.of("", ".v1", ".v99");

    @Override
    public String name() {
        return "poison";
    }

    @Override
    public String about() {
        return IN_A_ROW + " unreadable records in a row in every topic";
    }

    @Override
    public void happen(Scene scene) {
        scene.fault();
        try (var log = Log.of(scene.stack())) {
            for (var topic : log.topics()) {
                log.write(topic, poison(topic, scene.crowd().rooms()));
            }
        }
        scene.talkOn(DIGEST);
        scene.expectNobodyDropped();
    }

    private static List<Poison> poison(String topic, List<String> rooms) {
        var records = new ArrayList<Poison>();
        for (int i = 0; i < IN_A_ROW; i++) {
            var type = TYPES.get(i % TYPES.size());
            records.add(new Poison(
                    rooms.get(i % rooms.size()),
                    type.isEmpty() ? "" : topic + type,
                    BODIES.get(i % BODIES.size()).getBytes(StandardCharsets.UTF_8)));
        }
        return records;
    }
}

package chat.parlor.drills.fault;

import chat.parlor.drills.stack.Part;
import java.util.List;

/// Services read again what they have read already: their offsets are set back while they are away.
record Rewound(List<Part> parts, String told) implements Drill {
    /// How far back, on each partition.
    private static final long RECORDS = 10_000;

    @Override
    public String name() {
        return "rewind-" + told;
    }

    @Override
    public String about() {
        return told + " reads its last " + RECORDS + " records of each partition again";
    }

    @Override
    public void happen(Scene scene) {
        var stack = scene.stack();
        scene.fault();
        parts.forEach(stack::end);
        try (var log = Log.of(stack)) {
            scene.expect(
                    log.rewind(parts.stream().map(Part::key).toList(), RECORDS) > 0, "there was nothing to set back");
        }
        stack.bringBack();
    }
}

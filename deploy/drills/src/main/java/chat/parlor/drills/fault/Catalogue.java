package chat.parlor.drills.fault;

import chat.parlor.drills.stack.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All drills.
public final class Catalogue {
    private static final Duration SHORT = Duration.ofSeconds(12);
    private static final Duration LONG = Duration.ofSeconds(25);

    private Catalogue() {}

    /// All drills, in the order in which `--all` runs them.
    public static List<Drill> all() {
        var drills = new ArrayList<Drill>();
        drills.add(new Quiet());
        for (var part : Part.values()) {
            drills.add(new Killed(part));
        }
        drills.add(new Everything());
        drills.add(new Paused(Part.MESSAGE, LONG));
        drills.add(new Paused(Part.GATEWAY, LONG));
        drills.add(new Paused(Part.BROKER, SHORT));
        drills.add(new Paused(Part.POSTGRES, SHORT));
        return List.copyOf(drills);
    }

    /// The drill of a name.
    public static Optional<Drill> named(String name) {
        return all().stream().filter(drill -> drill.name().equals(name)).findFirst();
    }
}

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
    private static final Duration JUMP = Duration.ofHours(1);

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
        drills.addAll(ofTheWritePath());
        drills.addAll(ofTheNetwork());
        drills.addAll(ofTheMachine());
        drills.addAll(ofClients());
        return List.copyOf(drills);
    }

    private static List<Drill> ofTheWritePath() {
        return List.of(
                new FailPoint("stored", "after the commit and before the publish"),
                new FailPoint("announced", "after the publish and before the offset commit"),
                new Zombie(LONG),
                new Rolling(),
                new Restarted(Part.MESSAGE),
                new Restarted(Part.ROOM),
                new Restarted(Part.GATEWAY),
                new Rewound(List.of(Part.MESSAGE), "message"),
                new Rewound(List.of(Part.ROOM, Part.GUEST, Part.PRESENCE, Part.AI), "others"),
                new Poisoned());
    }

    private static List<Drill> ofTheNetwork() {
        return List.of(
                new CutOff(Part.GATEWAY, Part.BROKER, SHORT),
                new CutOff(Part.MESSAGE, Part.BROKER, SHORT),
                new CutOff(Part.MESSAGE, Part.POSTGRES, SHORT),
                new CutOff(Part.GATEWAY, Part.MESSAGE, SHORT),
                new CutOff(Part.GATEWAY, Part.ROOM, SHORT),
                new CutOff(Part.MESSAGE, Part.ROOM, SHORT));
    }

    private static List<Drill> ofTheMachine() {
        return List.of(
                new DiskFull(Part.POSTGRES, SHORT),
                new DiskFull(Part.BROKER, SHORT),
                new ClockSet(Part.MESSAGE, JUMP, LONG),
                new ClockSet(Part.MESSAGE, JUMP.negated(), LONG),
                new ClockSet(Part.GATEWAY, JUMP, LONG),
                new ClockSet(Part.GATEWAY, JUMP.negated(), LONG));
    }

    private static List<Drill> ofClients() {
        return List.of(
                new HalfOpen(),
                new Storm(),
                new Nodes(),
                new Positions(),
                new Expelled(),
                new Odd.Floods(),
                new Odd.StopsReading(),
                new Odd.Babbles());
    }

    /// The drill of a name.
    public static Optional<Drill> named(String name) {
        return all().stream().filter(drill -> drill.name().equals(name)).findFirst();
    }
}

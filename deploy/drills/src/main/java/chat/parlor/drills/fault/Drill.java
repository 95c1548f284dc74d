package chat.parlor.drills.fault;

import java.util.Optional;

/// Something that can go wrong.
public sealed interface Drill
        permits Killed,
                Everything,
                Paused,
                Zombie,
                FailPoint,
                Restarted,
                Rolling,
                CutOff,
                HalfOpen,
                Storm,
                Nodes,
                Rewound,
                Poisoned,
                Odd,
                Positions,
                Expelled,
                DiskFull,
                ClockSet,
                Quiet {
    /// Its name on the command line.
    String name();

    /// What happens, in a few words.
    String about();

    /// What this machine lacks for it; empty when it can run here.
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /// Lets it happen and brings back what it broke. The crowd talks all the while.
    void happen(Scene scene);
}

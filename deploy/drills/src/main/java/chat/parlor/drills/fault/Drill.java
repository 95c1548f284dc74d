package chat.parlor.drills.fault;

/// Something that can go wrong.
public sealed interface Drill permits Killed, Paused, Everything, Quiet {
    /// Its name on the command line.
    String name();

    /// What happens, in a few words.
    String about();

    /// Lets it happen and brings back what it broke. The crowd talks all the while.
    void happen(Scene scene);
}

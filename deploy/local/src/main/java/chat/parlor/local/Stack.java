package chat.parlor.local;

/// Everything that makes a Parlor, started and stopped as one.
interface Stack {
    /// Starts what does not run; returns when health is good.
    ///
    /// @throws chat.parlor.local.refusal.Refused when something does not start; what did is left for [#stop]
    void start();

    /// Stops what runs: services, then broker, then database. Also half-way through a start.
    void stop();

    /// Whether somebody else stopped everything.
    boolean stoppedByOthers();
}

package chat.parlor.local;

import java.io.PrintStream;

/// What a person sees while things start and stop: short lines, no log.
final class Terminal {
    private final PrintStream out;
    private final PrintStream err;

    Terminal(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /// Says one thing.
    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    /// Says what went wrong.
    synchronized void complain(String line) {
        err.println("parlor: " + line);
        err.flush();
    }

    /// Says how long a step took that began at this [System#nanoTime].
    void done(String step, long since) {
        say("  %-10s ready after %.1f s".formatted(step, (System.nanoTime() - since) / 1e9));
    }
}

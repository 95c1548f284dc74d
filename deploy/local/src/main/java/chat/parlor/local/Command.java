package chat.parlor.local;

import java.nio.file.Path;
import java.util.List;

/// What the command line asks for.
sealed interface Command {

    /// Starts everything and stays in the foreground.
    ///
    /// @param port the gateway's port, on all interfaces
    /// @param data the data folder
    /// @param processes whether each part is a process of its own
    /// @param demo whether to add accounts and conversations to look at
    /// @param settings Spring properties for every service, each `--name=value`
    record Start(int port, Path data, boolean processes, boolean demo, List<String> settings) implements Command {
        public Start {
            settings = List.copyOf(settings);
        }
    }

    /// Stops whatever runs on a data folder.
    record Stop(Path data) implements Command {}

    /// Makes a read model anew on what runs on a data folder.
    record Rebuild(ReadModel model, Path data) implements Command {}

    /// Starts everything in a scratch folder, uses it a little and stops: what the JVM's start-up cache is made from.
    record Train(Path data) implements Command {}

    /// Prints the usage.
    record Help() implements Command {}
}

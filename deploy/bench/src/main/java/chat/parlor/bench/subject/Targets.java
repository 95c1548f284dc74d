package chat.parlor.bench.subject;

import java.util.Set;

/// What can be measured, by name.
public final class Targets {
    /// The names of all.
    public static final Set<String> NAMES = Set.of("parlor", "socketio", "ejabberd", "echo");

    private Targets() {}

    /// Starts one.
    ///
    /// @param processes whether each of Parlor's services is a process of its own
    public static Target start(String name, boolean processes) {
        return switch (name) {
            case "parlor" -> new ParlorTarget(processes);
            case "socketio" -> new SocketIoTarget();
            case "ejabberd" -> new EjabberdTarget();
            case "echo" -> new EchoTarget();
            default -> throw new IllegalArgumentException("target: " + name + " (expected: one of " + NAMES + ")");
        };
    }
}

package chat.parlor.gateway.identity;

import java.util.Arrays;
import java.util.Optional;

/// What an API key may be allowed. [ScopedRoutes] says which routes each opens.
public enum Scope {
    /// Who the colleagues are.
    ACCOUNTS_READ("accounts.read"),
    /// What happens in guests' rooms.
    EVENTS_READ("events.read"),
    /// Who is told what happens in guests' rooms.
    WEBHOOKS_MANAGE("webhooks.manage");

    private final String wire;

    Scope(String wire) {
        this.wire = wire;
    }

    /// Its name on the wire.
    public String wire() {
        return wire;
    }

    /// The scope of that wire name, if there is one.
    public static Optional<Scope> named(String wire) {
        return Arrays.stream(values()).filter(scope -> scope.wire.equals(wire)).findFirst();
    }
}

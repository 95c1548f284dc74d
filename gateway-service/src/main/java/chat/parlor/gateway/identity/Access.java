package chat.parlor.gateway.identity;

import chat.parlor.chassis.identity.Caller;
import chat.parlor.chassis.identity.CallerKind;

/// What the gateway's own routes ask of their callers.
public final class Access {

    private Access() {}

    /// Refuses everyone but accounts: with 401 who has no credential, with 403 who has another kind.
    public static void requireAccount(Caller caller) {
        requireCredential(caller);
        if (caller.kind() != CallerKind.ACCOUNT) {
            throw new AccessRefusal.NotAllowed();
        }
    }

    /// Refuses everyone but accounts, and keys that have `scope`, as [#requireAccount].
    public static void requireAccountOr(Scope scope, Caller caller) {
        if (!holds(scope, caller)) {
            requireAccount(caller);
        }
    }

    /// Refuses everyone but administrators, as [#requireAccount].
    public static void requireAdministrator(Caller caller) {
        requireAccount(caller);
        if (!caller.roles().contains("administrator")) {
            throw new AccessRefusal.NotAllowed();
        }
    }

    /// Refuses everyone but administrators, and keys that have `scope`, as [#requireAccount].
    public static void requireAdministratorOr(Scope scope, Caller caller) {
        if (!holds(scope, caller)) {
            requireAdministrator(caller);
        }
    }

    /// Refuses with 401 who has no credential.
    public static void requireCredential(Caller caller) {
        if (caller.kind() == CallerKind.ANONYMOUS) {
            throw new AccessRefusal.NoCredential();
        }
    }

    private static boolean holds(Scope scope, Caller caller) {
        return caller.is(CallerKind.BOT) && caller.has(scope.wire());
    }
}

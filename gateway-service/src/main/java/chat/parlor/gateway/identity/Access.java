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

    /// Refuses everyone but administrators, as [#requireAccount].
    public static void requireAdministrator(Caller caller) {
        requireAccount(caller);
        if (!caller.roles().contains("administrator")) {
            throw new AccessRefusal.NotAllowed();
        }
    }

    /// Refuses with 401 who has no credential.
    public static void requireCredential(Caller caller) {
        if (caller.kind() == CallerKind.ANONYMOUS) {
            throw new AccessRefusal.NoCredential();
        }
    }
}

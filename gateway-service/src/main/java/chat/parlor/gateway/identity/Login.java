package chat.parlor.gateway.identity;

import chat.parlor.chassis.identity.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A credential that proved good.
///
/// @param caller who it is, roles expanded
/// @param session what ends with it: the sign-in session behind it, or the secret of an API key; none for guests
/// @param expiresAt when the credential stops counting
public record Login(Caller caller, @Nullable String session, Instant expiresAt) {

    /// The attribute of a request to the API under which its login is noted; absent for anonymous callers.
    public static final String ATTRIBUTE = "chat.parlor.gateway.login";
}

package chat.parlor.gateway.sessions;

import java.time.Instant;

/// A session that has just begun.
///
/// @param token what the client shows from now on; stored nowhere
record Session(String id, String account, String token, Instant expiresAt) {}

package chat.parlor.presence.lookup;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How available somebody is, as accounts may see it.
///
/// @param status `online`, `away`, `busy` or `offline`
/// @param lastSeen only beside `offline`, when it was ever seen
record Availability(String member, String status, @Nullable Instant lastSeen) {

    private static final String OFFLINE = "offline";

    Availability {
        lastSeen = OFFLINE.equals(status) ? lastSeen : null;
    }

    /// Somebody never seen; nothing tells it from somebody who does not exist.
    static Availability neverSeen(String member) {
        return new Availability(member, OFFLINE, null);
    }
}

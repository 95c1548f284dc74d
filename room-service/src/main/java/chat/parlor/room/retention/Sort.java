package chat.parlor.room.retention;

import java.util.Locale;

/// Sorts of rooms that are kept for a time of their own, and what that time counts from. A room goes as a whole: what
/// is left of a timeline always begins at its beginning.
enum Sort {
    /// Conversations with guests, from when they were closed.
    GUEST("kind = 'guest' and status = 'closed'", "turned_at"),
    /// Rooms of two, from the last message.
    DIRECT("kind = 'direct'", "active_at"),
    /// Groups, teams and announcements, from the last message.
    GROUP("kind in ('group', 'team', 'announcement')", "active_at");

    private final String which;
    private final String since;

    Sort(String which, String since) {
        this.which = which;
        this.since = since;
    }

    /// Its name in JSON, in the database and in metrics.
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The condition on a row of `rooms` that is due; the indexes `rooms_closed_since` and `rooms_quiet_since` are made
    /// for it.
    String due() {
        return which + " and held = '{}' and " + since + " < :before";
    }

    /// The oldest first.
    String order() {
        return since + ", id";
    }
}

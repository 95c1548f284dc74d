package chat.parlor.presence.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where a person stands: here, leaving, or gone.
///
/// @param status what the others are told
/// @param here whether there is a connection, or was one until less than the grace period ago
/// @param lastSeen when the person was seen last; null while it can be seen
/// @param leavesAt when the grace period ends; null unless it runs
record Standing(
        Status status,
        boolean here,
        @Nullable Instant lastSeen,
        @Nullable Instant leavesAt) {

    static final Standing NEVER_SEEN = new Standing(Status.OFFLINE, false, null, null);

    Standing seen(Instant at) {
        return new Standing(status, here, at, leavesAt);
    }

    Standing present(Status now) {
        return new Standing(now, true, now == Status.OFFLINE ? lastSeen : null, null);
    }

    /// The grace period begins, unless it runs already or is over.
    Standing leaving(Instant now, Instant seen, Duration grace) {
        return here && leavesAt == null
                ? new Standing(status, true, Objects.requireNonNullElse(lastSeen, seen), now.plus(grace))
                : this;
    }

    Standing left(Instant now) {
        return leavesAt != null && !leavesAt.isAfter(now) ? new Standing(Status.OFFLINE, false, lastSeen, null) : this;
    }
}

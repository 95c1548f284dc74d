package chat.parlor.guest.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A key, without what is signed with it.
///
/// @param endsAt when it stops counting, because another took its place; none for the newest
record IdentityKey(
        String id,
        Creator createdBy,
        Instant createdAt,
        @Nullable Instant endsAt) {

    /// An account, as others see it.
    record Creator(String id, String name) {}

    /// A key that was just made.
    ///
    /// @param secret what the host page's server signs with; told this once
    record Issued(IdentityKey key, String secret) {}
}

package chat.parlor.gateway.apikeys;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A key, without its secret.
///
/// @param scopes what it is for, by their wire names
/// @param createdBy who made it
/// @param expiresAt when it stops counting; none when only revoking ends it
/// @param lastUsedAt when it was last seen, to about a minute; none when never
/// @param formerUntil until when the secret before the present one counts as well, of a key rotated lately
record ApiKey(
        String id,
        String name,
        List<String> scopes,
        Creator createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant formerUntil) {

    ApiKey {
        scopes = List.copyOf(scopes);
    }

    /// An account, as others see it.
    record Creator(String id, String name) {}
}

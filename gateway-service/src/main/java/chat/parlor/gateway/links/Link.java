package chat.parlor.gateway.links;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A link that works once, without its token.
///
/// @param id `l_…`
/// @param name of the person; none when the invited one shall say it
/// @param roles of the account to be; none for a reset
/// @param account whose password it sets; none for an invitation
public record Link(
        String id,
        Purpose purpose,
        String email,
        @Nullable String name,
        List<String> roles,
        @Nullable String account,
        Instant createdAt,
        Instant expiresAt) {

    public Link {
        roles = List.copyOf(roles);
    }

    /// What a link is for. The names are those of the protocol and of the table.
    public enum Purpose {
        invitation,
        reset
    }
}

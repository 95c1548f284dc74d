package chat.parlor.gateway.webhooks;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An address that is told what happens.
///
/// @param types what it is told
/// @param state `active`, `paused` by a person, or `failing`: paused because nothing got through for long
/// @param failingSince the first failure since the last success
/// @param waiting how many deliveries are not over
record Webhook(
        String id,
        String url,
        List<String> types,
        String state,
        @Nullable Instant failingSince,
        long waiting,
        Instant createdAt) {

    static final String ACTIVE = "active";
    static final String PAUSED = "paused";
    static final String FAILING = "failing";

    Webhook {
        types = List.copyOf(types);
    }

    /// A webhook with a secret that was just made.
    ///
    /// @param secret what its deliveries are signed with; told this once
    record Issued(Webhook webhook, String secret) {}
}

package chat.parlor.gateway.webhooks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of telling one event to one webhook.
///
/// @param id the same at every attempt
/// @param room where it happened; none for a test
/// @param state `waiting`, `done` or `failed`
/// @param byHand whether a person asked for it
/// @param nextAt when it goes out next; none while others of its room are before it
/// @param lastStatus of the last answer; none when there was none
/// @param lastError why there was none: `refused-address`, `unknown-host`, `timeout` or `connection`
/// @param durationMs how long the last attempt took
record Delivery(
        String id,
        String type,
        @Nullable String room,
        String state,
        boolean byHand,
        int attempts,
        @Nullable Instant nextAt,
        @Nullable Instant lastAt,
        @Nullable Integer lastStatus,
        @Nullable String lastError,
        @Nullable Long durationMs,
        Instant createdAt) {

    static final String WAITING = "waiting";
    static final String DONE = "done";
    static final String FAILED = "failed";
}

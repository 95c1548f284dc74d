package chat.parlor.gateway.delivery;

import chat.parlor.gateway.frame.Frame;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One place in a timeline, ready to be sent.
///
/// @param at when its command was accepted; unknown for entries read from the store
/// @param erases the seq of the message this entry takes away
record Entry(
        long epoch,
        long seq,
        Frame frame,
        @Nullable Instant at,
        @Nullable Long erases) {}
